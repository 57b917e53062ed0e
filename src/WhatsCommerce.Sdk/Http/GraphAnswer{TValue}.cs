namespace WhatsCommerce;

/// <summary>Represents a response as received, together with the value that the SDK read from it.</summary>
/// <typeparam name="TValue">The type of the value.</typeparam>
public sealed class GraphAnswer<TValue> : GraphAnswer
{
    internal GraphAnswer(TValue value, GraphAnswer answer)
        : base(answer) => Value = value;

    /// <summary>Gets the value that the SDK read from the response.</summary>
    public TValue Value { get; }
}
