namespace WhatsCommerce.Generators.Records;

/// <summary>The members of one JSON object that a record reads: its own, or a nested one without its own record.</summary>
/// <param name="Path">Its path in the record's own object, with a trailing dot; empty for that itself.</param>
internal sealed record WireObject(string Path)
{
    /// <summary>The names of its members, and the expression that reads each.</summary>
    public List<(string Name, string Take)> Members { get; } = [];

    /// <summary>The nested objects, each with the others after it.</summary>
    public List<WireObject> Inner { get; } = [];

    public string Method => "Take" + Wire.Pascal(Path);

    /// <summary>The object of a record.</summary>
    public static WireObject Of(RecordModel record)
    {
        var root = new WireObject("");
        foreach (MemberModel member in record.AllMembers)
        {
            for (int rank = 0; rank < member.Paths.Count; rank++)
            {
                root.Find(Wire.ObjectOf(member.Paths[rank])).Members.Add((Wire.NameOf(member.Paths[rank]), member.Take(rank)));
            }
        }

        return root;
    }

    private WireObject Find(string path)
    {
        if (path == Path)
        {
            return this;
        }

        string next = path.Substring(0, path.IndexOf('.', Path.Length) + 1);
        WireObject? inner = Inner.Find(one => one.Path == next);
        if (inner is null)
        {
            inner = new(next);
            Inner.Add(inner);
            Members.Add((Wire.NameOf(next.TrimEnd('.')), $"{inner.Method}(ref r, ref rest)"));
        }

        return inner.Find(path);
    }
}
