import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { boundaryRules } from './rules.js';

export interface Violation {
  rule: string;
  from: string;
  to: string;
}

export interface Boundaries {
  /** How many of our files were looked at. */
  files: number;
  violations: Violation[];
}

/** Looks at every import below `folders` of `root`, types included. */
export async function boundariesOf(root: string, folders: string[]): Promise<Boundaries> {
  const { output } = await cruise(
    folders,
    {
      baseDir: root,
      ruleSet: { forbidden: boundaryRules },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
    },
    { exportsFields: ['exports'], conditionNames: ['development', 'import', 'node', 'default'] },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    files: modules.filter(({ source }) => folders.some((folder) => source.startsWith(`${folder}/`))).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
