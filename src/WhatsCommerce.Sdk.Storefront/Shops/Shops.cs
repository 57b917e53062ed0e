using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>The shops of the app.</summary>
internal sealed class Shops : IAsyncDisposable, IDisposable
{
    private readonly Lazy<ShopScope> _default;

    public Shops(IServiceProvider app, ShopBlueprints blueprints) => _default = new Lazy<ShopScope>(() => new ShopScope(
        app,
        blueprints.Find("") ?? throw new InvalidOperationException(
            "There is no storefront without a name: call services.AddWhatsCommerceStorefront(section)."),
        app.GetRequiredService<IOptions<StorefrontOptions>>().Value.ShopId));

    /// <summary>The shop of the storefront without a name.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ShopScope Default => _default.Value;

    public ValueTask DisposeAsync() => _default.IsValueCreated ? _default.Value.DisposeAsync() : ValueTask.CompletedTask;

    public void Dispose()
    {
        if (_default.IsValueCreated)
        {
            _default.Value.Dispose();
        }
    }
}
