namespace WhatsCommerce.Storefronts;

/// <summary>A shop that is known at run time: its id, its numbers, the way to its account, and how its options differ.</summary>
public sealed class StorefrontListing
{
    private readonly List<(Type Type, Action<object> Configure)> _options = [];

    /// <summary>Initializes a listing.</summary>
    /// <param name="shopId">
    /// The id of the shop, in every row of its tables and in the addresses of its pages: from 1 to 64 letters, digits, <c>-</c> and
    /// <c>_</c>, and not <c>return</c>, <c>cancel</c>, <c>pay</c> or <c>webhooks</c>.
    /// </param>
    /// <exception cref="ArgumentException">The id cannot be one.</exception>
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

    /// <summary>Gets the business numbers whose customers are this shop's, beside that of <see cref="Account"/>.</summary>
    public IReadOnlyList<PhoneNumberId> PhoneNumberIds { get; init; } = [];

    /// <summary>
    /// Gets the account that the shop sends from, with its token and catalog; <see langword="null"/> to send from its first number with
    /// the token of the client without a name.
    /// </summary>
    public WhatsCommerceAccount? Account { get; init; }

    /// <summary>
    /// Gets what changes whenever the shop has changed, such as the time of its last change: the shop is then created again. With
    /// <see langword="null"/> it stays as it was listed first until the app starts again.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// Sets options of this shop: of its storefront, pages, ways to pay. They begin as those of the storefront without a name.
    /// </summary>
    /// <typeparam name="TOptions">The options, such as <see cref="StorefrontOptions"/>.</typeparam>
    /// <param name="configure">Sets them.</param>
    /// <returns>This listing.</returns>
    public StorefrontListing Configure<TOptions>(Action<TOptions> configure)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(configure);
        _options.Add((typeof(TOptions), options => configure((TOptions)options)));
        return this;
    }

    /// <summary>The id of the shop; never a secret.</summary>
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
