namespace WhatsCommerce.Storefronts;

/// <summary>Finds the client that sends from a business number of a shop.</summary>
/// <remarks>
/// The shop's own client is that of its listing's account, then the one registered under its name, then the one of its first number. A
/// number uses the registration with its <see cref="WhatsCommerceOptions.PhoneNumberId"/>; a number without a registration is assumed to
/// belong to the same account, and uses the token of the shop's account or of the unnamed registration.
/// </remarks>
internal sealed class ShopClients
{
    private readonly Func<PhoneNumberId, WhatsCommerceClient> _find;
    private readonly ShopScope? _shop;
    private readonly IServiceCollection? _services;
    private readonly Lazy<WhatsCommerceClient> _own;

    /// <summary>Initializes an instance that finds clients with a delegate.</summary>
    public ShopClients(Func<PhoneNumberId, WhatsCommerceClient> find)
    {
        _find = find;
        _own = new Lazy<WhatsCommerceClient>(() => find(default));
    }

    public ShopClients(ShopScope shop, IServiceCollection services)
    {
        _shop = shop;
        _services = services;
        _find = Find;
        _own = new Lazy<WhatsCommerceClient>(FindOwn);
    }

    /// <summary>The client for reading the catalog, and for sending when no number is specified.</summary>
    public WhatsCommerceClient Own => _own.Value;

    /// <summary>The phone number id of the shop's own registration; absent when it has none.</summary>
    public PhoneNumberId Number => IsRegistered(Name) ? Options.Get(Name).PhoneNumberId : default;

    /// <summary>The catalog of the shop's account; absent when it is not configured.</summary>
    public CatalogId CatalogId =>
        _shop!.Listing?.Account is WhatsCommerceAccount account ? account.CatalogId : OwnOptions.CatalogId;

    /// <summary>The WhatsApp Business account of the shop; absent when it is not configured.</summary>
    public BusinessAccountId BusinessAccountId =>
        _shop!.Listing?.Account is WhatsCommerceAccount account ? account.BusinessAccountId : OwnOptions.BusinessAccountId;

    private WhatsCommerceOptions OwnOptions =>
        Options.Get(NameOf(_shop!.Numbers is [PhoneNumberId first, ..] && !IsRegistered(Name) ? first : default) ?? OwnName);

    private string Name => _shop!.Blueprint.Name;

    private string OwnName => IsRegistered(Name) ? Name : "";

    private IServiceProvider App => _shop!.App;

    private IOptionsMonitor<WhatsCommerceOptions> Options => App.GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>();

    public WhatsCommerceClient For(PhoneNumberId number) => _find(number);

    private WhatsCommerceClient FindOwn()
    {
        if (_shop!.Listing?.Account is WhatsCommerceAccount account)
        {
            return App.GetRequiredService<IWhatsCommerceClientFactory>().Create(account);
        }

        return Name.Length > 0 && IsRegistered(Name)
            ? App.GetRequiredKeyedService<WhatsCommerceClient>(Name)
            : !_shop.IsDefault && _shop.Numbers is [PhoneNumberId first, ..]
                ? Find(first)
                : App.GetRequiredService<WhatsCommerceClient>();
    }

    private WhatsCommerceClient Find(PhoneNumberId number)
    {
        if (!number.HasValue)
        {
            return Own;
        }

        if (_shop!.Listing?.Account is WhatsCommerceAccount account)
        {
            return number == account.PhoneNumberId ? Own : OfAccount(number, account);
        }

        if (NameOf(number) is string name)
        {
            return name.Length == 0
                ? App.GetRequiredService<WhatsCommerceClient>()
                : App.GetRequiredKeyedService<WhatsCommerceClient>(name);
        }

        // An app that replaced the client, such as a test, has no factory.
        WhatsCommerceOptions same = Options.Get(OwnName);
        return App.GetService<IWhatsCommerceClientFactory>() is null
            ? App.GetRequiredService<WhatsCommerceClient>()
            : OfAccount(number, new WhatsCommerceAccount
            {
                BusinessAccountId = same.BusinessAccountId,
                BusinessId = same.BusinessId,
                CatalogId = same.CatalogId,
                AccessToken = same.AccessToken,
            });
    }

    private WhatsCommerceClient OfAccount(PhoneNumberId number, WhatsCommerceAccount account) =>
        App.GetRequiredService<IWhatsCommerceClientFactory>().Create(new WhatsCommerceAccount
        {
            Name = account.Name,
            PhoneNumberId = number,
            BusinessAccountId = account.BusinessAccountId,
            BusinessId = account.BusinessId,
            CatalogId = account.CatalogId,
            AccessToken = account.AccessToken,
            AccessTokenProvider = account.AccessTokenProvider,
            AppSecret = account.AppSecret,
        });

    /// <summary>The name of the registration of a number; null when there is none.</summary>
    private string? NameOf(PhoneNumberId number) => !number.HasValue
        ? null
        : IsRegistered("") && Options.CurrentValue.PhoneNumberId == number.Value
            ? ""
            : _services!
                .Where(service => service.IsKeyedService && service.ServiceType == typeof(WhatsCommerceClient))
                .Select(service => service.ServiceKey as string)
                .FirstOrDefault(name => name is not null && Options.Get(name).PhoneNumberId == number.Value);

    private bool IsRegistered(string name) => _services!.Any(service => service.ServiceType == typeof(WhatsCommerceClient)
        && (name.Length == 0 ? !service.IsKeyedService : service.IsKeyedService && name.Equals(service.ServiceKey)));
}
