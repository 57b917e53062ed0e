namespace WhatsCommerce.Storefronts;

/// <summary>Creates the tools of a shop for a conversation, for your own agents. Registered by <c>AddAssistantTools</c>.</summary>
public class ShopToolsFactory
{
    private readonly AssistantShop _shop = null!;

    internal ShopToolsFactory(AssistantShop shop) => _shop = shop;

    /// <summary>Initializes a new instance for test doubles that override the methods.</summary>
    protected ShopToolsFactory() { }

    internal AssistantShop Shop => _shop;

    /// <summary>Creates the tools for one turn: one message of the customer, or one request of an agent.</summary>
    /// <param name="conversation">The conversation to bind them to. Never take it from a model's output.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tools.</returns>
    /// <exception cref="ArgumentException">
    /// The customer or the address is absent, or the conversation belongs to another shop than these tools.
    /// </exception>
    public virtual async Task<ShopTools> CreateAsync(ShopConversation conversation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (!conversation.Customer.HasValue || conversation.To.Value is null)
        {
            throw new ArgumentException("Tools require a customer and an address; one of them is absent.", nameof(conversation));
        }

        if (conversation.ShopId is string shopId && shopId != _shop.Shop.ShopId)
        {
            throw new ArgumentException(
                "The conversation is of another shop: ask for that shop's factory by its key.", nameof(conversation));
        }

        string language = conversation.Language
            ?? await _shop.Customers.LanguageOfAsync(conversation.Customer, conversation.To, cancellationToken).ConfigureAwait(false);
        return new ShopTools(_shop, conversation, language, new DirectSender(_shop, conversation));
    }

    /// <summary>The tools for answering a message.</summary>
    internal ShopTools For(ReplyContext context) => new(
        _shop,
        new ShopConversation
        {
            Customer = context.Customer,
            To = context.Received.To,
            PhoneNumberId = context.Received.PhoneNumberId,
            Language = context.Language,
        },
        context.Language,
        new ReplySender(context));
}
