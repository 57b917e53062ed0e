namespace WhatsCommerce.Storefronts;

/// <summary>The services of a run in a shop: the shop's own services, then those of the run's scope.</summary>
internal sealed class ShopRun(ShopScope shop, IServiceProvider run) : IKeyedServiceProvider
{
    public object? GetService(Type serviceType) => serviceType == typeof(IServiceProvider) ? this : shop.Find(serviceType, run);

    public object? GetKeyedService(Type serviceType, object? serviceKey) =>
        (run as IKeyedServiceProvider)?.GetKeyedService(serviceType, serviceKey);

    public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => run.GetRequiredKeyedService(serviceType, serviceKey);
}
