namespace WhatsCommerce.Testing;

/// <summary>
/// Ends a request with a Graph error from any place in its endpoint. Always caught by <see cref="CloudApi"/>.
/// </summary>
internal sealed class RefusedException : Exception
{
    public RefusedException()
        : this(Refusals.InvalidParameter("")) { }

    public RefusedException(string message)
        : this(Refusals.InvalidParameter(message)) { }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException) => Refusal = Refusals.InvalidParameter(message);

    public RefusedException(Refusal refusal)
        : base(refusal.Message) => Refusal = refusal;

    public Refusal Refusal { get; }
}
