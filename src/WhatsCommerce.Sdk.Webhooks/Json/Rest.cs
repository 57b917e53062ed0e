namespace WhatsCommerce.Webhooks.Json;

/// <summary>Collects the members of an object that its reader did not take. Costs nothing until there is one.</summary>
internal struct Rest
{
    private MemberSlice[]? _slices;
    private int _count;

    public void Add(in MemberSlice slice)
    {
        if (_slices is null)
        {
            _slices = new MemberSlice[2];
        }
        else if (_count == _slices.Length)
        {
            Array.Resize(ref _slices, _count * 2);
        }

        _slices[_count++] = slice;
    }

    public void AddIfPresent(in MemberSlice slice)
    {
        if (slice.IsPresent)
        {
            Add(slice);
        }
    }

    /// <summary>Adds the members that another object kept.</summary>
    public void Append(in Rest other)
    {
        for (int i = 0; i < other._count; i++)
        {
            Add(other._slices![i]);
        }
    }

    /// <summary>Adds the members that another object kept, with the path of that object before each name.</summary>
    public void Append(in Rest other, string path)
    {
        for (int i = 0; i < other._count; i++)
        {
            MemberSlice slice = other._slices![i];
            Add(slice with { Path = path + slice.Path });
        }
    }

    /// <summary>Removes the last kept member with this name.</summary>
    public readonly bool TryTake(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> body, out MemberSlice taken, out Rest others)
    {
        taken = default;
        others = default;
        for (int i = 0; i < _count; i++)
        {
            MemberSlice slice = _slices![i];
            if (IsNamed(slice, name, body))
            {
                others.AddIfPresent(taken);
                taken = slice;
            }
            else
            {
                others.Add(slice);
            }
        }

        return taken.IsPresent;
    }

    /// <summary>Whether a member with this name was kept.</summary>
    public readonly bool Contains(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> body) => TryFind(name, body, out _);

    /// <summary>Finds the last kept member with this name.</summary>
    public readonly bool TryFind(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> body, out MemberSlice found)
    {
        found = default;
        for (int i = 0; i < _count; i++)
        {
            if (IsNamed(_slices![i], name, body))
            {
                found = _slices[i];
            }
        }

        return found.IsPresent;
    }

    public readonly AdditionalProperties ToProperties(ReadOnlyMemory<byte> body)
    {
        if (_slices is null)
        {
            return default;
        }

        return new(new KeptMembers(body, _count == _slices.Length ? _slices : _slices[.._count]));
    }

    // A name may be written with escapes.
    private static bool IsNamed(in MemberSlice slice, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> body)
    {
        ReadOnlySpan<byte> raw = body.Span.Slice(slice.NameStart, slice.NameLength);
        return slice.Path is null
            && (raw.SequenceEqual(name) || (raw.Contains((byte)'\\') && Ascii.Equals(name, JsonText.Unescape(raw))));
    }
}
