using Microsoft.Extensions.Logging;

namespace WhatsCommerce.Storefronts;

/// <summary>The modules of a shop that tools use. Modules that were not added are absent, and their tools are not offered.</summary>
internal sealed class AssistantShop
{
    public required ShopServices Shop { get; init; }
    public required AssistantOptions Options { get; init; }
    public required IAssistantBudgets Budgets { get; init; }
    public required IPriceSource Prices { get; init; }
    public required Texts Texts { get; init; }
    public required CustomerMessages Sender { get; init; }
    public required CustomerKnowledge Customers { get; init; }

    /// <summary>The catalog whose products are sent.</summary>
    public required Func<CancellationToken, Task<CatalogId>> CatalogId { get; init; }

    public required ILogger Logger { get; init; }
    public ICatalogStore? Catalog { get; init; }
    public StorefrontSearch? Search { get; init; }
    public ShopRooms? Rooms { get; init; }
    public CartProposals? Proposals { get; init; }
    public ICustomerIdentities? Identities { get; init; }
    public IConversationOwners? Owners { get; init; }
    public required PersonRequests People { get; init; }

    public OfferMessages Offers => new(Texts);

    /// <summary>Takes an amount from a customer's hourly budget.</summary>
    public ValueTask<bool> TryTakeAsync(CustomerKey customer, AssistantUse use, CancellationToken cancellationToken) =>
        Budgets.TryTakeAsync(
            Shop.ShopId,
            customer,
            use,
            new AssistantUse
            {
                Turns = Options.TurnsPerHour,
                Calls = Options.CallsPerHour,
                Messages = Options.MessagesPerHour,
                Products = Options.ProductsPerHour,
            },
            cancellationToken);

    /// <summary>Whether somebody else owns the conversation.</summary>
    public async Task<bool> IsTakenAsync(CustomerKey customer, CancellationToken cancellationToken) =>
        Owners is not null
        && await Owners.GetOwnerAsync(Shop.ShopId, customer, cancellationToken).ConfigureAwait(false) != ConversationOwner.Bot;

    /// <summary>Stores an event; if it was not written, an earlier run of the turn wrote it.</summary>
    public async Task TellAsync(StorefrontEvent storefrontEvent, CancellationToken cancellationToken) => await Shop
        .CommitAsync(new StorefrontStep { ShopId = Shop.ShopId }, [storefrontEvent], cancellationToken).ConfigureAwait(false);
}
