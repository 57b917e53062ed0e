using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Storefronts;

/// <summary>What an app added to a shop, and how it is tried at start whether the container can make it.</summary>
/// <param name="name">What it is, for the message, such as <c>The reply BakeryHours</c>.</param>
/// <param name="make">Makes it, with the services of a run in the shop. What is returned is disposed.</param>
internal sealed class ShopPart(string name, Func<ShopScope, IServiceProvider, object?> make)
{
    public string Name { get; } = name;

    /// <summary>A class of which each run gets its own instance, unless it is a service of the app.</summary>
    /// <param name="name">What it is.</param>
    public static ShopPart OfEachRun<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TPart>(string name)
        where TPart : class => new(name, static (_, run) =>
            run.GetService<TPart>() is null ? ActivatorUtilities.CreateInstance<TPart>(run) : null);

    /// <summary>Services that the shop makes once and keeps.</summary>
    /// <param name="name">What they are.</param>
    public static ShopPart OfTheShop<TService>(string name)
        where TService : class => new(name, static (shop, _) => Kept(shop.Own<TService>()));

    /// <summary>A service of the app, which it needs and does not own.</summary>
    /// <param name="name">What needs it.</param>
    public static ShopPart OfTheApp<TService>(string name)
        where TService : notnull => new(name, static (_, run) => Kept(run.GetRequiredService<TService>()));

    /// <summary>Makes it and disposes it.</summary>
    /// <exception cref="InvalidOperationException">The container cannot make it.</exception>
    public ValueTask TryAsync(ShopScope shop, IServiceProvider run) => DisposeAsync(make(shop, run));

    /// <summary>Disposes what was made, if it is to be disposed.</summary>
    public static ValueTask DisposeAsync(object? made)
    {
        if (made is IAsyncDisposable later)
        {
            return later.DisposeAsync();
        }

        (made as IDisposable)?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What was made is kept by whoever made it.</summary>
    private static object? Kept(object _) => null;
}
