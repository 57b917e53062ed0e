namespace WhatsCommerce.Storefronts;

/// <summary>Represents a shop that is known only at run time: its id, phone numbers, account, and options.</summary>
public sealed class StorefrontListing
{
    private readonly List<(Type Type, Action<object> Configure)> _options = [];

    /// <summary>Initializes a new instance for a shop.</summary>
    /// <param name="shopId">
    /// The id of the shop, which every row of its tables and the URLs of its pages contain: 1 to 64 letters, digits, <c>-</c> and
    /// <c>_</c>, and not <c>return</c>, <c>cancel</c>, <c>pay</c> or <c>webhooks</c>.
    /// </param>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    public StorefrontListing(string shopId)
    {
        ArgumentNullException.ThrowIfNull(shopId);
        if (ShopIds.Problem(shopId) is string problem)
        {
            throw new ArgumentException(problem, nameof(shopId));
        }

        ShopId = shopId;
    }

    /// <summary>Gets the id of the shop.</summary>
    public string ShopId { get; }

    /// <summary>
    /// Gets the ids of the business phone numbers that belong to this shop, in addition to that of <see cref="Account"/>.
    /// </summary>
    public IReadOnlyList<PhoneNumberId> PhoneNumberIds { get; init; } = [];

    /// <summary>
    /// Gets the account that the shop sends from, with its token and catalog; <see langword="null"/> to send from its first number with the
    /// token of the unnamed client.
    /// </summary>
    public WhatsCommerceAccount? Account { get; init; }

    /// <summary>
    /// Gets a version that differs whenever the shop has changed, such as the time of its last change: the shop is then created again. With
    /// <see langword="null"/> changes have no effect until the app restarts.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// Configures options of this shop, such as those of its storefront, pages or ways to pay. Their initial values are those of the
    /// unnamed storefront.
    /// </summary>
    /// <typeparam name="TOptions">The type of the options, such as <see cref="StorefrontOptions"/>.</typeparam>
    /// <param name="configure">Sets the options.</param>
    /// <returns>This listing.</returns>
    public StorefrontListing Configure<TOptions>(Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        _options.Add((typeof(TOptions), options => configure((TOptions)options)));
        return this;
    }

    /// <summary>Returns the id of the shop, without secrets.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => $"shop '{ShopId}'";

    internal IEnumerable<PhoneNumberId> Numbers => Account is { PhoneNumberId: { HasValue: true } own }
        ? PhoneNumberIds.Append(own)
        : PhoneNumberIds;

    internal void Apply<TOptions>(TOptions options)
        where TOptions : class
    {
        foreach ((Type type, Action<object> configure) in _options)
        {
            if (type == typeof(TOptions))
            {
                configure(options);
            }
        }
    }
}
