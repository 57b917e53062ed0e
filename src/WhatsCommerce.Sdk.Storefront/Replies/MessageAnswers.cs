namespace WhatsCommerce.Storefronts;

/// <summary>Passes a message to the responders in order, until one of them handles it.</summary>
/// <remarks>
/// The outbox row is the claim: a message has one row, even if it is redelivered, and one run at a time holds its lease. Runs in the
/// outbox, never in the webhook.
/// </remarks>
internal sealed class MessageAnswers(
    ShopServices shop,
    IEnumerable<Responder> responders,
    CustomerKnowledge customers,
    CustomerMessages sender,
    ICustomerIdentities? identities,
    IConversationOwners? owners,
    MessageCorrelation? correlation = null)
{
    private readonly Responder[] _responders = [.. responders.OrderBy(responder => responder.Place)];

    /// <summary>Whether any responder might handle a message.</summary>
    public bool Concerns(InboundMessage message) => _responders.Any(responder => responder.Concerns(message));

    public async Task AnswerAsync(IServiceProvider services, MessageReceived received, CancellationToken cancellationToken)
    {
        CustomerKey customer = identities is null
            ? received.Customer
            : await identities.GetCurrentAsync(received.Customer, cancellationToken).ConfigureAwait(false);
        if (owners is not null
            && await owners.GetOwnerAsync(shop.ShopId, customer, cancellationToken).ConfigureAwait(false) != ConversationOwner.Bot)
        {
            return;
        }

        string language = await customers.LanguageOfAsync(customer, received.To, cancellationToken).ConfigureAwait(false);
        InboundMessage message = correlation is null ? received.Message : received.Message with
        {
            About = await correlation.OfStoredAsync(customer, received.Message, received.At, cancellationToken).ConfigureAwait(false),
        };
        ReplyContext context = new(received with { Message = message }, customer, language, sender);
        foreach (Responder responder in _responders)
        {
            if (responder.Concerns(message)
                && await responder.ReplyAsync(services, context, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }
}
