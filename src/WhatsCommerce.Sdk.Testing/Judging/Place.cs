namespace WhatsCommerce.Testing.Judging;

/// <summary>A place in a request: its value, and its path as in Meta's errors (<c>interactive['action']['buttons'][0]</c>).</summary>
internal readonly struct Place(JsonElement? json, string path)
{
    /// <summary>The value; a null value counts as absent.</summary>
    public JsonElement? Json { get; } = json;

    /// <summary>The path as in Meta's errors; empty for the default, which is no place in a request.</summary>
    public string Path { get; } = path;

    /// <summary>Whether there is a value.</summary>
    public bool IsThere => Json is not null;

    /// <summary>Whether the value is an object.</summary>
    public bool IsObject => Json is { ValueKind: JsonValueKind.Object };

    /// <summary>The value if it is a string, or a number, which Graph also accepts in place of a string.</summary>
    public string? Text => Json switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>The value if it is a whole number of 0 or more, as a number or as a string of digits.</summary>
    public long? Whole => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>The items of the array; none if it is not an array.</summary>
    public IEnumerable<Place> Items
    {
        get
        {
            string owner = Path;
            return Json is { ValueKind: JsonValueKind.Array } array
                ? array.EnumerateArray().Select((item, index) =>
                    Of(item, string.Create(CultureInfo.InvariantCulture, $"{owner}[{index}]")))
                : [];
        }
    }

    /// <summary>The members of the object; none if it is not an object.</summary>
    public IEnumerable<Place> Members
    {
        get
        {
            string owner = Path;
            return Json is { ValueKind: JsonValueKind.Object } members
                ? members.EnumerateObject().Select(member => Of(member.Value, $"{owner}['{member.Name}']"))
                : [];
        }
    }

    /// <summary>The number of items of the array; 0 if it is not an array.</summary>
    public int Count => Json is { ValueKind: JsonValueKind.Array } array ? array.GetArrayLength() : 0;

    /// <summary>A member of the object.</summary>
    public Place this[string member] => new(Json.Member(member), string.IsNullOrEmpty(Path) ? member : $"{Path}['{member}']");

    /// <summary>The first refusal that a rule returns for an item of the array.</summary>
    public Refusal? Each(Func<Place, Refusal?> rule)
    {
        foreach (Place item in Items)
        {
            if (rule(item) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Place Of(JsonElement json, string path) => new(json.ValueKind is JsonValueKind.Null ? null : json, path);
}
