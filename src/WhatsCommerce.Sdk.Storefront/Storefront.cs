using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>The entry point to a shop: its catalog, carts, checkout, orders and conversations.</summary>
/// <remarks>
/// Registered as a singleton by <c>services.AddWhatsCommerceStorefront(...)</c>; a named shop is a keyed service whose key is its name. See
/// also <see cref="IStorefrontFactory"/>. Its members are virtual, so that a test can mock them.
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

    /// <summary>Initializes a new instance for test doubles that override the members.</summary>
    protected Storefront() { }

    /// <summary>Gets the id of the shop: the key by which <see cref="IStorefrontFactory"/> finds it.</summary>
    public virtual string ShopId => Scope?.Id ?? "";

    internal ShopScope? Scope { get; init; }

    /// <summary>
    /// Gets options of this shop, such as <see cref="StorefrontOptions"/> or those of its pages. Treat them as read-only.
    /// </summary>
    /// <typeparam name="TOptions">The type of the options.</typeparam>
    /// <returns>The options, as they were when the shop was created.</returns>
    /// <exception cref="OptionsValidationException">The options are invalid; the message says how to fix them.</exception>
    public virtual TOptions GetOptions<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>()
        where TOptions : class, new() => Scope?.OptionsOf<TOptions>() ?? new TOptions();

    /// <summary>Gets the catalog: imports it, keeps it up to date, finds products and sends collections.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontCatalog Catalog => CatalogRoom ?? throw new InvalidOperationException(
        "The catalog was not added to this storefront: call AddCatalog(), or AddWhatsCommerceStorefront(...) for everything.");

    internal StorefrontCatalog? CatalogRoom { get; init; }

    /// <summary>Gets the carts: receives, creates, finds and changes them.</summary>
    public virtual StorefrontCarts Carts { get; } = null!;

    /// <summary>Gets the checkout: offers carts for payment and settles payments.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontCheckout Checkout => _checkout ?? throw Missing();

    /// <summary>Gets a value indicating whether the checkout module was added: <see cref="Checkout"/> and <see cref="Orders"/>.</summary>
    public virtual bool HasCheckout => _checkout is not null;

    /// <summary>Gets the orders: finds them, marks them as paid, refunds and advances them.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontOrders Orders => _orders ?? throw Missing();

    /// <summary>Gets the product search, which finds products by what customers write.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontSearch Search => SearchRoom
        ?? throw new InvalidOperationException("The search was not added to this storefront: call AddSearch().");

    /// <summary>Gets the conversations with customers: the message log, who answers (bot or human), and sending as a person.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontConversations Conversations => ConversationsRoom ?? throw new InvalidOperationException(
        "The conversations were not added to this storefront: call AddConversations(), or AddWhatsCommerceStorefront(...) for everything.");

    /// <summary>Gets the module that exports and deletes the data that is stored about customers.</summary>
    public virtual StorefrontCustomers Customers { get; internal init; } = null!;

    internal StorefrontConversations? ConversationsRoom { get; init; }

    /// <summary>Gets the outbox: its dead letters are the events that could not be handled.</summary>
    public virtual StorefrontOutbox Outbox { get; } = null!;

    /// <summary>Gets the reminders for abandoned carts.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontRecovery Recovery => RecoveryRoom
        ?? throw new InvalidOperationException(
            "The reminders were not added to this storefront: call AddRecovery(), or AddWhatsCommerceStorefront(...) for everything.");

    /// <summary>Gets a value indicating whether the module for reminders was added.</summary>
    public virtual bool HasRecovery => RecoveryRoom is not null;

    internal StorefrontRecovery? RecoveryRoom { get; init; }

    /// <summary>Gets the module that lets customers repeat an earlier order.</summary>
    /// <exception cref="InvalidOperationException">The module was not added.</exception>
    public virtual StorefrontReorder Reorder => ReorderRoom
        ?? throw new InvalidOperationException("Reordering was not added to this storefront: call AddReorder().");

    internal StorefrontReorder? ReorderRoom { get; init; }
    internal StorefrontSearch? SearchRoom { get; init; }

    private static InvalidOperationException Missing() =>
        new("The checkout was not added to this storefront: call AddCheckout(), or AddWhatsCommerceStorefront(...) for everything.");
}
