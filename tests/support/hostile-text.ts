const MARKUP = [
  '<script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '" autofocus onfocus="alert(1)',
  '<svg onload=alert(1)>',
  '<svg><script href="data:text/javascript,alert(1)"/></svg>',
  '<svg><foreignObject><iframe src="javascript:alert(1)"></foreignObject></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<a href="javascript:alert(1)">x</a>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<form action="https://evil.example/"><button>OK</button></form>',
  '<!--<img src="--><img src=x onerror=alert(1)>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;',
  '<details open ontoggle=alert(1)>',
  '<style>*{background:url(https://evil.example/)}</style>',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
];

const TEMPLATES = [
  '{{7*7}}',
  '${7*7}',
  '#{7*7}',
  '<%= 7*7 %>',
  '{%raw%}',
  '[[${7*7}]]',
  '$(id)',
  '`id`',
  '%s%n%x',
  '${jndi:ldap://x}',
];

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("https://evil.example/";"x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\0=1+1',
  ' =1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
];

const LINES = [
  'Aino\r\nBcc: victim@example.org',
  'Aino\nBcc: victim@example.org',
  'Aino\rBcc: victim@example.org',
  'Aino\u2028Bcc: victim@example.org',
  'Aino\u0085Bcc: victim@example.org',
  '\r\n.\r\nMAIL FROM:<x@example.org>',
  'x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:y',
  'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:y',
  'a;b,c\\d"e',
  'x\\nEND:VCARD',
];

const DIRECTIONS = ['\u202egnp.exe', '\u2066Aino\u2069', '\u200f\u202bA\u202c'];

/** Sixty and more texts that would be something else than text in one of the formats we write. No person is meant. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...MARKUP,
  ...TEMPLATES,
  ...FORMULAS,
  ...LINES,
  ...DIRECTIONS,
];
