namespace WhatsCommerce;

/// <summary>An answer as it came, together with what the SDK makes of it.</summary>
/// <typeparam name="TValue">What the SDK makes of it.</typeparam>
public sealed class GraphResponse<TValue> : GraphResponse
{
    internal GraphResponse(TValue value, GraphResponse answer)
        : base(answer) => Value = value;

    /// <summary>Gets the value that the SDK read from the response.</summary>
    public TValue Value { get; }
}
