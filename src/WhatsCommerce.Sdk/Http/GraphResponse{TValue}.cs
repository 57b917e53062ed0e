namespace WhatsCommerce;

/// <summary>Represents a response as received, together with the value that the SDK read from it.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public sealed class GraphResponse<TValue> : GraphResponse
{
    internal GraphResponse(TValue value, GraphResponse response)
        : base(response) => Value = value;

    /// <summary>Gets the value that the SDK read from the response.</summary>
    public TValue Value { get; }
}
