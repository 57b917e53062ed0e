namespace WhatsCommerce.Storefronts;

/// <summary>Represents a message of a customer, with methods to reply to it.</summary>
public sealed class ReplyContext
{
    private readonly MessageReceived? _received;
    private readonly CustomerMessages? _sender;
    private readonly List<OutboundMessage> _sent = [];

    /// <summary>Initializes a context that only collects the replies in <see cref="Sent"/>, for tests of your own replies.</summary>
    /// <param name="message">The message.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="language">The language of the customer.</param>
    public ReplyContext(InboundMessage message, CustomerKey customer, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(message);
        Message = message;
        Customer = customer;
        Language = language;
    }

    internal ReplyContext(MessageReceived received, CustomerKey customer, string language, CustomerMessages sender)
        : this(received.Message, customer, language)
    {
        _received = received;
        _sender = sender;
    }

    /// <summary>Gets the message.</summary>
    public InboundMessage Message { get; }

    /// <summary>Gets the current key of the customer.</summary>
    public CustomerKey Customer { get; }

    /// <summary>Gets the language of the customer, such as <c>en</c>: see <see cref="ICustomerFacts"/>.</summary>
    public string Language { get; }

    /// <summary>Gets the replies of this run.</summary>
    public IReadOnlyList<OutboundMessage> Sent => _sent;

    internal MessageReceived Received => _received
        ?? throw new InvalidOperationException("This context was made by a test, without a stored message.");

    /// <summary>
    /// Sends a reply from the business number that the customer wrote to. Idempotent by position: on a retry, the first reply counts as the
    /// first reply of the earlier run, and so on, so that replies are not sent twice.
    /// </summary>
    /// <param name="message">The reply.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached; the run is retried.</exception>
    public Task SendAsync(OutboundMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(message, followUp: null, cancellationToken);

    /// <summary>Sends a text.</summary>
    /// <inheritdoc cref="SendAsync(OutboundMessage, CancellationToken)" path="/remarks"/>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached; the run is retried.</exception>
    public Task SendAsync(string text, CancellationToken cancellationToken = default) =>
        SendAsync(Messages.Message.Text(text).Build(), cancellationToken);

    internal async Task SendAsync(OutboundMessage message, FollowUp? followUp, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        _sent.Add(message);
        if (_sender is not null)
        {
            Outgoing outgoing = new(_received!.To, message, _received)
            {
                Part = _sent.Count == 1 ? "" : _sent.Count.ToString(CultureInfo.InvariantCulture),
                FollowUp = followUp,
            };
            await _sender.SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }
    }
}
