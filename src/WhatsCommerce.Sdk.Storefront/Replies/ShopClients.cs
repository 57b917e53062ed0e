namespace WhatsCommerce.Storefronts;

/// <summary>Finds the client that sends from a business number of a shop.</summary>
/// <remarks>
/// The shop's own client is the one of its listing's account; else the one that is registered under its name; else the one of its first
/// number. A number has the registration whose <see cref="WhatsCommerceOptions.PhoneNumberId"/> it is; one that none names is one of the
/// same account, and is sent from with the token of the shop's account, or of the registration without a name.
/// </remarks>
internal sealed class ShopClients
{
    private readonly Func<PhoneNumberId, WhatsCommerceClient> _find;
    private readonly ShopScope? _shop;
    private readonly IServiceCollection? _services;
    private readonly Lazy<WhatsCommerceClient> _own;

    /// <summary>Finds clients by a function.</summary>
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

    /// <summary>The client that the shop reads its catalog with, and sends from when no number is told.</summary>
    public WhatsCommerceClient Own => _own.Value;

    /// <summary>The number of the shop's own registration; absent when it has none.</summary>
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

        // An app that replaced the client, as a test does, has no factory.
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

    /// <summary>The registration of a number; null when none names it.</summary>
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
