using Microsoft.Extensions.DependencyInjection;

namespace WhatsCommerce.Testing;

/// <summary>Local payment providers together, so that a shop sells without any account.</summary>
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

    /// <summary>The local Stripe; <see langword="null"/> when it was not wanted.</summary>
    public LocalStripe? Stripe { get; private set; }

    /// <summary>The local PayPal; <see langword="null"/> when it was not wanted.</summary>
    public LocalPayPal? PayPal { get; private set; }

    /// <summary>The local Razorpay; <see langword="null"/> when it was not wanted.</summary>
    public LocalRazorpay? Razorpay { get; private set; }

    /// <summary>All that were started.</summary>
    public IReadOnlyList<LocalProvider> All => [.. new LocalProvider?[] { Stripe, PayPal, Razorpay }.OfType<LocalProvider>()];

    /// <summary>Starts the providers.</summary>
    /// <param name="options">Which, and how; all of them on free ports unless given.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="IOException">A port is taken.</exception>
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
    /// What a shop needs to use them, as configuration: keys, secrets and addresses, and that payments of a test mode place orders.
    /// </summary>
    /// <param name="section">
    /// The section of the storefront; each provider has its own below it: <c>Stripe</c>, <c>PayPal</c>, <c>Razorpay</c>.
    /// </param>
    public IEnumerable<KeyValuePair<string, string?>> Configuration(string section = "WhatsCommerce:Storefront") =>
    [
        new($"{section}:AllowTestPayments", "true"),
        .. Stripe?.Configuration($"{section}:Stripe") ?? [],
        .. PayPal?.Configuration($"{section}:PayPal") ?? [],
        .. Razorpay?.Configuration($"{section}:Razorpay") ?? [],
    ];

    /// <summary>Lets a shop in this process trust the certificate of the local PayPal. Does nothing when that was not wanted.</summary>
    /// <param name="services">The shop's services.</param>
    /// <returns>The same services.</returns>
    public IServiceCollection AddTrust(IServiceCollection services) => PayPal?.AddTrust(services) ?? services;

    /// <summary>Delivers the webhooks of each provider to the address with its name at the end.</summary>
    /// <param name="webhooks">
    /// An address of this machine that ends in <c>/</c>, such as <c>http://localhost:5000/shop/webhooks/</c>: Stripe's go to
    /// <c>.../webhooks/stripe</c>.
    /// </param>
    /// <exception cref="ArgumentException">It is no absolute http or https address of this machine.</exception>
    public void ConnectWebhooks(Uri webhooks)
    {
        foreach (LocalProvider provider in All)
        {
            provider.Webhooks.Connect(new Uri(webhooks, provider.Name));
        }
    }

    /// <summary>Stops them.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (LocalProvider provider in All)
        {
            await provider.DisposeAsync().ConfigureAwait(false);
        }
    }
}
