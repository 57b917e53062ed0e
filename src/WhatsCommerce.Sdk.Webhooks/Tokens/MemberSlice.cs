namespace WhatsCommerce.Webhooks.Json;

/// <summary>The position of a member in the body: its name without quotes, still escaped, and its value.</summary>
internal readonly record struct MemberSlice(string? Path, int NameStart, int NameLength, int ValueStart, int ValueEnd)
{
    /// <summary>The path before the name, such as <c>order.</c>, when the member's object has no record of its own.</summary>
    public string? Path { get; init; } = Path;

    public bool IsPresent => ValueEnd > 0;
}
