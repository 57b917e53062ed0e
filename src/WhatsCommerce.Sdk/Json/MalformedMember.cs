namespace WhatsCommerce.Json;

/// <summary>A member of an object with an unexpected shape.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Value">Its value as received.</param>
/// <param name="WasRead">Whether it was read nevertheless, like a number instead of a text.</param>
internal sealed record MalformedMember(string Name, JsonElement Value, bool WasRead)
{
    /// <summary>Whether it is a blank string, which counts as absent for every type.</summary>
    public bool IsBlank => Value.ValueKind == JsonValueKind.String && Value.GetRawText().AsSpan(1..^1).IsWhiteSpace();

    /// <summary>Whether it is empty: PHP writes empty values of any type as <c>[]</c>.</summary>
    public bool IsEmpty => Value.ValueKind switch
    {
        JsonValueKind.Array => Value.GetArrayLength() == 0,
        JsonValueKind.Object => Value.GetPropertyCount() == 0,
        _ => IsBlank,
    };
}
