using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Sdk.Storefront.Tests;
using WhatsCommerce.Storefronts;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Storefront.AspNetCore.Tests;

/// <summary>How the shop of a test is.</summary>
internal sealed class PagesSetup
{
    public const string Recorder = "recorded";

    public FakeTimeProvider Time { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public ScriptedProvider Provider { get; } = new();

    public FixedPrices Prices { get; } = new(
        new ProductPrice { RetailerId = "apple-1kg", Name = "Apples, 1 kg", Price = new Money(3.49m, "USD") });

    public Action<IServiceCollection>? Services { get; init; }

    public Action<StorefrontOptions>? Options { get; init; }

    public Action<StorefrontPagesOptions>? Pages { get; init; }

    public Action<WhatsCommerceStorefrontBuilder>? Storefront { get; init; } =
        storefront => storefront.On<StorefrontEvent>(Recorder, (_, _) => Task.CompletedTask);

    /// <summary>What stands before the pages.</summary>
    public Action<WebApplication>? App { get; init; }
}
