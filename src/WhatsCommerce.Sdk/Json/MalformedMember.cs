using System.Text.Json;

namespace WhatsCommerce.Json;

/// <summary>A member of an object that did not have the shape that it should have.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Value">Its value as received.</param>
/// <param name="WasRead">Whether it was read all the same, as a number is for a text.</param>
internal sealed record MalformedMember(string Name, JsonElement Value, bool WasRead)
{
    /// <summary>Whether it is a blank text, which is absent whatever should stand there.</summary>
    public bool IsBlank => Value.ValueKind == JsonValueKind.String && Value.GetRawText().AsSpan(1..^1).IsWhiteSpace();

    /// <summary>Whether it says nothing: PHP prints what is empty as <c>[]</c>, whatever it is.</summary>
    public bool IsEmpty => Value.ValueKind switch
    {
        JsonValueKind.Array => Value.GetArrayLength() == 0,
        JsonValueKind.Object => Value.GetPropertyCount() == 0,
        _ => IsBlank,
    };
}
