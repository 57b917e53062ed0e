using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>The front door of a shop: catalog, carts, checkout, orders, events.</summary>
/// <remarks>
/// Registered by <c>services.AddWhatsCommerceStorefront(...)</c>, under the name of the shop as key when it has one; see also
/// <see cref="IStorefrontFactory"/>. Its members are virtual, so that a test can replace them.
/// </remarks>
public class Storefront
{
    private readonly StorefrontCheckout? _checkout;
    private readonly StorefrontOrders? _orders;

    internal Storefront(StorefrontCarts carts, StorefrontOutbox outbox, StorefrontCheckout? checkout, StorefrontOrders? orders)
    {
        Carts = carts;
        Outbox = outbox;
        _checkout = checkout;
        _orders = orders;
    }

    /// <summary>For test doubles that override the members.</summary>
    protected Storefront() { }

    /// <summary>The id of the shop: the key under which <see cref="IStorefrontFactory"/> gives it.</summary>
    public virtual string ShopId => Scope?.Id ?? "";

    internal ShopScope? Scope { get; init; }

    /// <summary>Gets options of this shop, such as <see cref="StorefrontOptions"/> or those of its pages. Read them only.</summary>
    /// <typeparam name="TOptions">The options.</typeparam>
    /// <returns>The options, as they were when the shop was made.</returns>
    /// <exception cref="OptionsValidationException">They are invalid; the message says how to fix them.</exception>
    public virtual TOptions GetOptions<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>()
        where TOptions : class, new() => Scope?.OptionsOf<TOptions>() ?? new TOptions();

    /// <summary>The catalog: imported, followed, sent.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontCatalog Catalog => CatalogRoom ?? throw new InvalidOperationException(
        "The catalog was not added to this storefront: call AddCatalog(), or AddWhatsCommerceStorefront(...) for everything.");

    internal StorefrontCatalog? CatalogRoom { get; init; }

    /// <summary>Carts: received, made, changed.</summary>
    public virtual StorefrontCarts Carts { get; } = null!;

    /// <summary>Offers carts to be paid, and settles payments.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontCheckout Checkout => _checkout ?? throw Missing();

    /// <summary>Whether the shop has the checkout: <see cref="Checkout"/> and <see cref="Orders"/>.</summary>
    public virtual bool HasCheckout => _checkout is not null;

    /// <summary>Orders: looked up, marked as paid, refunded, advanced.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontOrders Orders => _orders ?? throw Missing();

    /// <summary>Finds products by what customers write.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontSearch Search => SearchRoom
        ?? throw new InvalidOperationException("The search was not added to this storefront: call AddSearch().");

    /// <summary>Conversations with customers: the log, who answers, sending as a person.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontConversations Conversations => ConversationsRoom ?? throw new InvalidOperationException(
        "The conversations were not added to this storefront: call AddConversations(), or AddWhatsCommerceStorefront(...) for everything.");

    /// <summary>Forgets and exports what is kept of customers.</summary>
    public virtual StorefrontCustomers Customers { get; internal init; } = null!;

    internal StorefrontConversations? ConversationsRoom { get; init; }

    /// <summary>The events that could not be handled.</summary>
    public virtual StorefrontOutbox Outbox { get; } = null!;

    /// <summary>Reminds customers of carts that they left.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontRecovery Recovery => RecoveryRoom
        ?? throw new InvalidOperationException(
            "The reminders were not added to this storefront: call AddRecovery(), or AddWhatsCommerceStorefront(...) for everything.");

    /// <summary>Gets a value indicating whether the reminders were added.</summary>
    public virtual bool HasRecovery => RecoveryRoom is not null;

    internal StorefrontRecovery? RecoveryRoom { get; init; }

    /// <summary>Lets customers order again what they ordered.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontReorder Reorder => ReorderRoom
        ?? throw new InvalidOperationException("Ordering again was not added to this storefront: call AddReorder().");

    internal StorefrontReorder? ReorderRoom { get; init; }
    internal StorefrontSearch? SearchRoom { get; init; }

    private static InvalidOperationException Missing() =>
        new("The checkout was not added to this storefront: call AddCheckout(), or AddWhatsCommerceStorefront(...) for everything.");
}
