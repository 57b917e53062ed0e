namespace WhatsCommerce.Storefronts;

/// <summary>A message of a customer, with methods to answer it.</summary>
public sealed class ReplyContext
{
    private readonly MessageReceived? _received;
    private readonly CustomerMessages? _sender;
    private readonly List<OutboundMessage> _sent = [];

    /// <summary>Initializes a context whose answers are only kept in <see cref="Sent"/>, for your own tests replies.</summary>
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

    /// <summary>Gets the customer, under the key that is valid now.</summary>
    public CustomerKey Customer { get; }

    /// <summary>Gets the language of the customer, such as <c>en</c>: see <see cref="ICustomerFacts"/>.</summary>
    public string Language { get; }

    /// <summary>Gets the answers of this run.</summary>
    public IReadOnlyList<OutboundMessage> Sent => _sent;

    internal MessageReceived Received => _received
        ?? throw new InvalidOperationException("This context was made by a test, without a stored message.");

    /// <summary>
    /// Sends an answer from the business number that the customer wrote to. If the reply runs again, its first answer counts as the first
    /// answer of the earlier run, and so on: answers that were sent are not sent again.
    /// </summary>
    /// <param name="message">The answer.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached; the run is repeated.</exception>
    public Task SendAsync(OutboundMessage message, CancellationToken cancellationToken = default) =>
        SendAsync(message, followUp: null, cancellationToken);

    /// <summary>Sends a text.</summary>
    /// <inheritdoc cref="SendAsync(OutboundMessage, CancellationToken)" path="/remarks"/>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that represents the work.</returns>
    /// <exception cref="GraphException">Meta rejected the message, or could not be reached; the run is repeated.</exception>
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
