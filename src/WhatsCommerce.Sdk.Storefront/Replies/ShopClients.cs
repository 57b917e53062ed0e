using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Finds the client that sends from a business number.</summary>
/// <remarks>
/// The registration whose <see cref="WhatsCommerceOptions.PhoneNumberId"/> it is; a number that none names is one of the same account,
/// and is sent from with the token of the registration without a name.
/// </remarks>
internal sealed class ShopClients(Func<PhoneNumberId, WhatsCommerceClient> find)
{
    public ShopClients(IServiceProvider provider, IServiceCollection services)
        : this(number => Find(provider, services, number))
    {
    }

    public WhatsCommerceClient For(PhoneNumberId number) => find(number);

    private static WhatsCommerceClient Find(IServiceProvider provider, IServiceCollection services, PhoneNumberId number)
    {
        IOptionsMonitor<WhatsCommerceOptions> options = provider.GetRequiredService<IOptionsMonitor<WhatsCommerceOptions>>();
        WhatsCommerceOptions unnamed = options.CurrentValue;
        if (!number.HasValue || unnamed.PhoneNumberId == number.Value)
        {
            return provider.GetRequiredService<WhatsCommerceClient>();
        }

        string? name = services
            .Where(service => service.IsKeyedService && service.ServiceType == typeof(WhatsCommerceClient))
            .Select(service => service.ServiceKey as string)
            .FirstOrDefault(name => name is not null && options.Get(name).PhoneNumberId == number.Value);
        if (name is not null)
        {
            return provider.GetRequiredKeyedService<WhatsCommerceClient>(name);
        }

        // An app that replaced the client, as a test does, has no factory.
        return provider.GetService<IWhatsCommerceClientFactory>() is IWhatsCommerceClientFactory factory
            ? factory.Create(new WhatsCommerceAccount
            {
                PhoneNumberId = number,
                BusinessAccountId = unnamed.BusinessAccountId,
                BusinessId = unnamed.BusinessId,
                CatalogId = unnamed.CatalogId,
                AccessToken = unnamed.AccessToken,
            })
            : provider.GetRequiredService<WhatsCommerceClient>();
    }
}
