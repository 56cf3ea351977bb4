/** Carries out one `ProcessQuery`: resolves its object paths and does its actions in order. Knows no Excel object by name. */
import { ExcelError, type ExcelErrorCode } from './errors';
import type { ExcelObject, Kind } from './object';
import { ActionType, PathType, camelCase, pascalCase, type ActionInfo, type ActionResult, type ArgumentInfo, type ObjectPathInfo, type ProcessQuery, type ProcessQueryResult, type QueryInfo } from './wire';

/** Objects that the client holds by reference id, from batch to batch. */
export class References {
  private readonly kept = new Map<string, ExcelObject>();
  private lastNumber = 0;

  newId(): string {
    return `ref${++this.lastNumber}`;
  }

  keep(id: string, object: ExcelObject): void {
    this.kept.set(id, object);
  }

  release(id: string): void {
    this.kept.delete(id);
  }

  get(id: string): ExcelObject | undefined {
    return this.kept.get(id);
  }

  get count(): number {
    return this.kept.size;
  }
}

/** Looks on as a batch is carried out; a code refuses what is about to be done. */
export interface Watch {
  readonly action?: (index: number) => string | null;
  readonly member?: (name: string, isSet: boolean) => string | null;
}

/** Actions before a failing one stay done: a batch is no transaction. */
export function processQuery(query: ProcessQuery, root: ExcelObject, references: References, watch: Watch = {}): ProcessQueryResult {
  const batch = new Batch(query, root, references, watch);
  const results: ActionResult[] = [];
  for (const [index, action] of query.Actions.entries()) {
    try {
      refuse(watch.action?.(index));
      results.push({ ActionId: action.Id, Value: batch.perform(action) });
    } catch (error) {
      if (!(error instanceof ExcelError)) throw error;
      return { Results: results, Error: { Code: error.code, Message: error.message, Location: batch.location(action), ActionIndex: index } };
    }
  }
  return { Results: results };
}

function refuse(code: string | null | undefined): void {
  if (code) throw new ExcelError(code as ExcelErrorCode);
}

class Batch {
  private readonly resolved = new Map<number, ExcelObject | null>();
  private readonly referenceIds = new Map<ExcelObject, string>();

  constructor(
    private readonly query: ProcessQuery,
    private readonly root: ExcelObject,
    private readonly references: References,
    private readonly watch: Watch,
  ) {}

  perform(action: ActionInfo): unknown {
    // A trace marks a place in the batch and has no object.
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object === null ? null : this.identity(object, this.query.ObjectPaths[action.ObjectPathId]);
      case ActionType.Query:
        return object === null ? null : queryObject(object, action.QueryInfo ?? {}, this.note);
      case ActionType.Method:
        // office.js asks a null object, too, to be kept.
        if (object === null && action.Name === '_KeepReference') return null;
        return plainValue(this.call(required(object, action.Name), action.Name, action.ArgumentInfo));
      case ActionType.SetProperty:
        this.setProperty(required(object, action.Name), action);
        return null;
      default:
        throw new ExcelError('UnsupportedOperation', `The stand-in does not know action type ${action.ActionType}.`);
    }
  }

  /** `Range.values`, as `debugInfo.errorLocation` says it. */
  location(action: ActionInfo): string {
    const path = this.query.ObjectPaths[action.ObjectPathId];
    const object = this.resolved.get(action.ObjectPathId);
    const parent = path?.ParentObjectPathId === undefined ? undefined : this.resolved.get(path.ParentObjectPathId);
    if (object) return action.Name === '' ? object.kind.name : `${object.kind.name}.${camelCase(action.Name)}`;
    return parent ? `${parent.kind.name}.${camelCase(path.Name)}` : camelCase(path?.Name ?? '');
  }

  private resolve(pathId: number): ExcelObject | null {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return known;
    const path = this.query.ObjectPaths[pathId];
    if (!path) throw new ExcelError('InvalidReference', `The request speaks of object path ${pathId} without describing it.`);
    const object = this.follow(path);
    this.resolved.set(pathId, object);
    return object;
  }

  private follow(path: ObjectPathInfo): ExcelObject | null {
    switch (path.ObjectPathType) {
      case PathType.GlobalObject:
        return this.root;
      case PathType.NullObject:
        return null;
      case PathType.Reference: {
        const kept = this.references.get(path.Name);
        if (!kept) throw new ExcelError('InvalidReference');
        this.referenceIds.set(kept, path.Name);
        return kept;
      }
      case PathType.NewObject: {
        const make = own(this.root.kind.services, path.Name);
        if (!make) throw new ExcelError('UnsupportedOperation', `The stand-in for Excel has no object ${path.Name}.`);
        return make(this.root as never);
      }
    }
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PathType.Method:
        return this.call(parent, path.Name, path.ArgumentInfo) as ExcelObject | null;
      case PathType.Property: {
        const navigate = own(parent.kind.objects, camelCase(path.Name)) ?? unknownMember(parent, path.Name);
        this.note(parent, path.Name);
        return navigate(parent as never);
      }
      case PathType.Indexer: {
        const key = path.ArgumentInfo?.Arguments?.[0];
        this.note(parent, 'getItem');
        const item = parent.kind.item?.(parent as never, key) ?? null;
        if (item === null) throw new ExcelError('ItemNotFound');
        return item;
      }
    }
  }

  private call(object: ExcelObject, name: string, info: ArgumentInfo | undefined): unknown {
    if (name === '_KeepReference') return this.keepReference(object);
    if (name === '_RemoveReference') return this.references.release(String(info?.Arguments?.[0]));
    const method = own(object.kind.methods, camelCase(name)) ?? unknownMember(object, name);
    this.note(object, name);
    return method(object as never, this.arguments(info));
  }

  private arguments(info: ArgumentInfo | undefined): unknown[] {
    const paths = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, index) => (paths?.[index] ? this.resolve(paths[index]) : argument));
  }

  private setProperty(object: ExcelObject, action: ActionInfo): void {
    const property = own(object.kind.properties, camelCase(action.Name)) ?? unknownMember(object, action.Name);
    if (!property.set) throw new ExcelError('InvalidOperation', `${object.kind.name}.${camelCase(action.Name)} cannot be set.`);
    this.note(object, action.Name, true);
    property.set(object as never, action.ArgumentInfo?.Arguments?.[0]);
  }

  /** Members of office.js's own making begin with an underscore and are no API. */
  private readonly note = (object: ExcelObject, name: string, isSet = false): void => {
    if (!name.startsWith('_')) refuse(this.watch.member?.(`${object.kind.name}.${camelCase(name)}`, isSet));
  };

  private identity(object: ExcelObject, path: ObjectPathInfo): Record<string, unknown> {
    if (object.isReferenced && path.D) return {};
    if (object.isReferenced) return { _ReferenceId: this.referenceId(object) };
    return object.id === null ? {} : { _Id: object.id };
  }

  private referenceId(object: ExcelObject): string {
    let id = this.referenceIds.get(object);
    if (id === undefined) {
      id = this.references.newId();
      this.referenceIds.set(object, id);
    }
    return id;
  }

  private keepReference(object: ExcelObject): null {
    this.references.keep(this.referenceId(object), object);
    return null;
  }
}

function own<Member>(members: Readonly<Record<string, Member>> | undefined, name: string): Member | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

function unknownMember(object: ExcelObject, name: string): never {
  throw new ExcelError('ApiNotFound', `The stand-in for Excel has no ${object.kind.name}.${camelCase(name)}.`);
}

function required(object: ExcelObject | null, name: string): ExcelObject {
  if (object === null) throw new ExcelError('ItemNotFound', `${camelCase(name)} was asked of an object that does not exist.`);
  return object;
}

/** Methods answer plain values; an object among them is answered by nothing, as its own path answers it. */
function plainValue(value: unknown): unknown {
  return value === undefined || (typeof value === 'object' && value !== null && 'kind' in value) ? null : value;
}

/** What `load` asks for, as a tree: `format/fill/color` → format → fill → color. */
interface Selection {
  readonly [name: string]: Selection;
}

function selectionOf({ Select, Expand }: QueryInfo): Selection {
  const tree: Record<string, Selection> = {};
  for (const path of [...(Select ?? []), ...(Expand ?? []).map((name) => `${name}/*`)]) {
    let node = tree;
    for (const step of path.split(/[/.]/)) node = (node[camelCase(step)] ??= {}) as Record<string, Selection>;
  }
  return tree;
}

type Note = (object: ExcelObject, name: string) => void;

function queryObject(object: ExcelObject, info: QueryInfo, note: Note): Record<string, unknown> {
  const selection = selectionOf(info);
  if (!object.kind.items) return selected(object, selection, note);
  note(object, 'items');
  const { items, ...rest } = selection;
  const wanted = items && Object.keys(items).length > 0 ? items : rest;
  const from = info.Skip ?? 0;
  const members = object.kind.items(object as never).slice(from, info.Top === undefined ? undefined : from + info.Top);
  return { ...collectionProperties(object, rest), _Items: members.map((member) => selected(member, withoutCollectionProperties(object, wanted), note)) };
}

/** A collection may have properties of its own (`count`), asked for beside its items'. */
function collectionProperties(object: ExcelObject, selection: Selection): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const name of Object.keys(selection)) {
    const property = own(object.kind.properties, name);
    if (property?.get) answer[pascalCase(name)] = property.get(object as never);
  }
  return answer;
}

function withoutCollectionProperties(object: ExcelObject, selection: Selection): Selection {
  return Object.fromEntries(Object.entries(selection).filter(([name]) => !own(object.kind.properties, name)));
}

/** The asked properties of one object in PascalCase; all scalar ones where none, or `*`, is asked. */
function selected(object: ExcelObject, selection: Selection, note: Note): Record<string, unknown> {
  const answer: Record<string, unknown> = object.id === null ? {} : { _Id: object.id };
  const names = Object.keys(selection);
  const all = names.length === 0 || names.includes('*') ? readableNames(object.kind) : [];
  for (const name of new Set([...all, ...names.filter((name) => name !== '*')])) {
    const property = own(object.kind.properties, name);
    const navigate = own(object.kind.objects, name);
    if (!property?.get && !navigate) unknownMember(object, name);
    note(object, name);
    if (property?.get) answer[pascalCase(name)] = property.get(object as never);
    else answer[pascalCase(name)] = related(navigate!(object as never), selection[name] ?? {}, note);
  }
  return answer;
}

function related(object: ExcelObject | null, selection: Selection, note: Note): unknown {
  if (object === null) return null;
  if (!object.kind.items) return selected(object, selection, note);
  note(object, 'items');
  return { _Items: object.kind.items(object as never).map((member) => selected(member, selection.items ?? selection, note)) };
}

function readableNames(kind: Kind<never>): string[] {
  return Object.keys(kind.properties ?? {}).filter((name) => kind.properties?.[name].get);
}
