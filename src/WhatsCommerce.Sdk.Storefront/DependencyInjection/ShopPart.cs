using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Storefronts;

/// <summary>A part that an app added to a shop. At startup it is created once, to check that the container can do so.</summary>
/// <param name="name">The name of the part for error messages, such as <c>The reply BakeryHours</c>.</param>
/// <param name="make">Creates the part from the services of a run in the shop. The returned object is disposed.</param>
internal sealed class ShopPart(string name, Func<ShopScope, IServiceProvider, object?> make)
{
    public string Name { get; } = name;

    /// <summary>Describes a class that is instantiated for each run, unless it is a service of the app.</summary>
    /// <param name="name">The name of the part.</param>
    public static ShopPart OfEachRun<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPart>(string name)
        where TPart : class => new(name, static (_, run) =>
            run.GetService<TPart>() is null ? ActivatorUtilities.CreateInstance<TPart>(run) : null);

    /// <summary>Describes services that are singletons of the shop.</summary>
    /// <param name="name">The name of the part.</param>
    public static ShopPart OfTheShop<TService>(string name)
        where TService : class => new(name, static (shop, _) => Kept(shop.Own<TService>()));

    /// <summary>Describes a part that needs a service of the app, which the container of the app owns.</summary>
    /// <param name="name">The name of the part that needs the service.</param>
    public static ShopPart OfTheApp<TService>(string name)
        where TService : notnull => new(name, static (_, run) => Kept(run.GetRequiredService<TService>()));

    /// <summary>Creates the part and disposes it.</summary>
    /// <exception cref="InvalidOperationException">The container cannot create it.</exception>
    public ValueTask TryAsync(ShopScope shop, IServiceProvider run) => DisposeAsync(make(shop, run));

    /// <summary>Disposes an object if it is disposable.</summary>
    public static ValueTask DisposeAsync(object? made)
    {
        if (made is IAsyncDisposable later)
        {
            return later.DisposeAsync();
        }

        (made as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Leaves the object to its owner, so that the check does not dispose it.</summary>
    private static object? Kept(object _) => null;
}
