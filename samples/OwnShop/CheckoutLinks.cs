using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OwnShop;

/// <summary>The public URLs of the checkout page.</summary>
internal sealed class CheckoutLinks(IConfiguration configuration, IServer server)
{
    public Uri Of(OwnOrder order)
    {
        string address = configuration["Shop:PublicAddress"]
            ?? server.Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri(new Uri(address), $"/orders/{order.Key}");
    }
}
