using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Testing;

/// <summary>Starts local payment providers, so that a shop can sell without any real account.</summary>
/// <example>
/// <code>
/// await using var payments = await LocalPayments.StartAsync();
/// builder.Configuration.AddInMemoryCollection(payments.Configuration());
/// payments.AddTrust(builder.Services);
/// // once the shop listens:
/// payments.ConnectWebhooks(new Uri("http://localhost:5000/shop/webhooks/"));
/// </code>
/// </example>
public sealed class LocalPayments : IAsyncDisposable
{
    private LocalPayments() { }

    /// <summary>The local Stripe; <see langword="null"/> when it was not started.</summary>
    public LocalStripe? Stripe { get; private set; }

    /// <summary>The local PayPal; <see langword="null"/> when it was not started.</summary>
    public LocalPayPal? PayPal { get; private set; }

    /// <summary>The local Razorpay; <see langword="null"/> when it was not started.</summary>
    public LocalRazorpay? Razorpay { get; private set; }

    /// <summary>All providers that were started.</summary>
    public IReadOnlyList<LocalProvider> All => [.. new LocalProvider?[] { Stripe, PayPal, Razorpay }.OfType<LocalProvider>()];

    /// <summary>Starts the providers.</summary>
    /// <param name="options">The options; all providers on free ports unless specified.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">A port is in use.</exception>
    public static async Task<LocalPayments> StartAsync(LocalPaymentsOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        LocalPayments payments = new();
        try
        {
            payments.Stripe = options.Stripe is { } stripe
                ? await LocalStripe.StartAsync(stripe, cancellationToken).ConfigureAwait(false)
                : null;
            payments.PayPal = options.PayPal is { } paypal
                ? await LocalPayPal.StartAsync(paypal, cancellationToken).ConfigureAwait(false)
                : null;
            payments.Razorpay = options.Razorpay is { } razorpay
                ? await LocalRazorpay.StartAsync(razorpay, cancellationToken).ConfigureAwait(false)
                : null;
            return payments;
        }
        catch
        {
            await payments.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Returns the settings for a shop that uses these providers, as configuration: keys, secrets, base addresses, and permission for
    /// test-mode payments to place orders.
    /// </summary>
    /// <param name="section">
    /// The section of the storefront; each provider has a subsection: <c>Stripe</c>, <c>PayPal</c>, <c>Razorpay</c>.
    /// </param>
    public IEnumerable<KeyValuePair<string, string?>> Configuration(string section = "WhatsCommerce:Storefront") =>
    [
        new($"{section}:AllowTestPayments", "true"),
        .. Stripe?.Configuration($"{section}:Stripe") ?? [],
        .. PayPal?.Configuration($"{section}:PayPal") ?? [],
        .. Razorpay?.Configuration($"{section}:Razorpay") ?? [],
    ];

    /// <summary>
    /// Makes a shop in this process trust the certificate of the local PayPal. Does nothing when the local PayPal was not started.
    /// </summary>
    /// <param name="services">The shop's services.</param>
    /// <returns>The same services.</returns>
    public IServiceCollection AddTrust(IServiceCollection services) => PayPal?.AddTrust(services) ?? services;

    /// <summary>Connects the webhooks of each provider to the URL plus the name of the provider.</summary>
    /// <param name="webhooks">
    /// A URL of this machine that ends in <c>/</c>, such as <c>http://localhost:5000/shop/webhooks/</c>: Stripe's go to
    /// <c>.../webhooks/stripe</c>.
    /// </param>
    /// <exception cref="ArgumentException">The URL is not an absolute http or https URL of this machine.</exception>
    public void ConnectWebhooks(Uri webhooks)
    {
        foreach (LocalProvider provider in All)
        {
            provider.Webhooks.Connect(new Uri(webhooks, provider.Name));
        }
    }

    /// <summary>Stops the providers.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (LocalProvider provider in All)
        {
            await provider.DisposeAsync().ConfigureAwait(false);
        }
    }
}
