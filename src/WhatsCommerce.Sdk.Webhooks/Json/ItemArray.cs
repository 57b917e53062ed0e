namespace WhatsCommerce.Webhooks.Json;

/// <summary>Enumerates an array of objects, and turns elements that are not items into <see cref="MalformedEvent"/>s.</summary>
/// <remarks>
/// Consecutive empty items (<c>1</c>, <c>null</c>, <c>{}</c>) become one event with their count: 3 MB of <c>[1,1,1,...]</c> would otherwise
/// become 1.5 million events of a hundred times that size.
/// <para>A single item that is not in an array is accepted as well.</para>
/// </remarks>
internal struct ItemArray(Place place, string name, WebhookChange? change, List<WebhookEvent> events, WebhookEntry? entry = null)
{
    private OuterItem _outer;
    private OuterItem _outermost;
    private int _runStart;
    private int _runLength;
    private int _runEnd;
    private string? _runReason;
    private bool _isBare;
    private int _bareStart;
    private int _bareEvents;

    /// <summary>The index of the current item.</summary>
    public int Index { get; private set; } = -1;

    /// <summary>The place of an item's bytes.</summary>
    public readonly RawPlace RawPlace => new(name, IsItem: !_isBare);

    public readonly string Path => _isBare ? ArrayPath : PathOf(Index);

    // Malformed changes belong to a change of which only the entry is known.
    private readonly WebhookChange Change => change ?? new WebhookChange { Entry = entry! };

    private readonly string ArrayPath => place.NameOf($"{_outermost.Path}{_outer.Path}{name}");

    /// <summary>An array in the current item; at most two levels deep.</summary>
    public readonly ItemArray Inner(string member) =>
        new(place, member, change, events, entry) { _outer = new(name, Index), _outermost = _outer };

    /// <summary>Advances to the next non-empty item; false at the end of the array, or when there is none.</summary>
    public bool Next(ref JsonMemberReader r)
    {
        if (Index < 0 && !r.IsArray)
        {
            return TakeBare(ref r);
        }

        if (_isBare)
        {
            EndBare(ref r);
            return false;
        }

        while (r.NextItem())
        {
            Index++;
            if (!r.IsHollow)
            {
                EndRun(Index, r.Body);
                return true;
            }

            if (_runLength++ == 0)
            {
                _runStart = r.Start;
                _runReason = r.IsObject ? "The object is empty." : $"Expected an object, found {r.Describe()}.";
            }

            r.Skip();
            _runEnd = r.End;
        }

        EndRun(Index + 1, r.Body);
        return false;
    }

    private bool TakeBare(ref JsonMemberReader r)
    {
        _bareStart = r.Start;
        _bareEvents = events.Count;
        _isBare = !r.IsHollow;
        if (_isBare)
        {
            Index = 0;
            return true;
        }

        string found = r.Describe();
        r.Skip();
        AddNotAnArray(ref r, found);
        return false;
    }

    // Some relays write an array as an object with the members "0", "1" ...: not an item, but not empty either.
    private readonly void EndBare(ref JsonMemberReader r)
    {
        if (events.Count == _bareEvents + 1 && events[_bareEvents] is UnknownEvent { Type: null, MessageId.HasValue: false })
        {
            events.RemoveAt(_bareEvents);
            AddNotAnArray(ref r, "an object");
        }
    }

    private readonly void AddNotAnArray(ref JsonMemberReader r, string found) => events.Add(new MalformedEvent
    {
        Change = Change,
        Path = ArrayPath,
        Reason = $"Expected an array, found {found}.",
        RawJson = r.Body[_bareStart..r.End],
        RawPlace = new(name, IsItem: false),
    });

    private void EndRun(int next, ReadOnlyMemory<byte> body)
    {
        if (_runLength == 0)
        {
            return;
        }

        events.Add(new MalformedEvent
        {
            Change = Change,
            Path = PathOf(next - _runLength),
            Reason = _runReason!,
            Count = _runLength,
            RawJson = body[_runStart.._runEnd],
            RawPlace = RawPlace,
        });
        _runLength = 0;
    }

    private readonly string PathOf(int index) => FormattableString.Invariant($"{ArrayPath}[{index}]");

    /// <summary>The item that contains an array.</summary>
    private readonly record struct OuterItem(string? Name, int Index)
    {
        public string Path => Name is null ? "" : FormattableString.Invariant($"{Name}[{Index}].");
    }
}
