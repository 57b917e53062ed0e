namespace WhatsCommerce.Storefronts;

/// <summary>Binds the tools of a shop to a conversation, for agents of your own. Registered by <c>AddAssistantTools</c>.</summary>
public class ShopToolsFactory
{
    private readonly AssistantShop _shop = null!;

    internal ShopToolsFactory(AssistantShop shop) => _shop = shop;

    /// <summary>For test doubles that override the methods.</summary>
    protected ShopToolsFactory() { }

    internal AssistantShop Shop => _shop;

    /// <summary>Makes the tools of one turn: of one message of the customer, or one request of an agent.</summary>
    /// <param name="conversation">Whom they are bound to. Take it from what the app knows, never from a model.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The tools.</returns>
    /// <exception cref="ArgumentException">
    /// The customer or the address is absent, or the conversation is of another shop than these tools.
    /// </exception>
    public virtual async Task<ShopTools> CreateAsync(ShopConversation conversation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        if (!conversation.Customer.HasValue || conversation.To.Value is null)
        {
            throw new ArgumentException("Tools are bound to a customer and an address; one of them is absent.", nameof(conversation));
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

    /// <summary>The tools that answer a message.</summary>
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
