export { type RoomLine, linesOf, membersOf } from './lines.js';
export { FRAME, type Place, type RoomPlaces, placesOf } from './places.js';
export {
  type GroupMeetings,
  type Room,
  type RoomGroup,
  type RoomLook,
  type RoomMeetings,
  type RoomPicture,
  meetingsOf,
  roomOf,
} from './room.js';
