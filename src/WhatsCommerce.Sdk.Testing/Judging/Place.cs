namespace WhatsCommerce.Testing.Judging;

/// <summary>A place in a request: what stands there, and how Meta's errors name it (<c>interactive['action']['buttons'][0]</c>).</summary>
internal readonly struct Place(JsonElement? json, string path)
{
    /// <summary>The value at that path; absent and null are the same.</summary>
    public JsonElement? Json { get; } = json;

    /// <summary>How Meta's errors name the place; of one that is nowhere (the default) it is absent.</summary>
    public string Path { get; } = path;

    /// <summary>Whether anything stands there.</summary>
    public bool IsThere => Json is not null;

    /// <summary>Whether an object stands there.</summary>
    public bool IsObject => Json is { ValueKind: JsonValueKind.Object };

    /// <summary>A text, or a number as Graph also takes one where it wants a text.</summary>
    public string? Text => Json switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A whole number of 0 or more, written as a number or as its digits.</summary>
    public long? Whole => long.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    /// <summary>The items of an array; none where there is no array.</summary>
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

    /// <summary>The members of an object; none where there is no object.</summary>
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

    /// <summary>The number of items of the array; 0 if there is no array.</summary>
    public int Count => Json is { ValueKind: JsonValueKind.Array } array ? array.GetArrayLength() : 0;

    /// <summary>A member of the object.</summary>
    public Place this[string member] => new(Json.Member(member), string.IsNullOrEmpty(Path) ? member : $"{Path}['{member}']");

    /// <summary>The first refusal that a rule gives for an item of the array.</summary>
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
