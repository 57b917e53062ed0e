using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Tests.Payments.Providers;

public sealed class PayPalWebhookTests : IDisposable
{
    private const string WebhookId = "5GP028458E2496506";
    private const string Certificate = "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1";

    // Made once: a key of this size takes a tenth of a second and more.
    private static readonly RSA Key = RSA.Create(2_048);
    private static readonly RSA AuthorityKey = RSA.Create(2_048);

    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _certificate;
    private readonly ProviderHost _host;
    private readonly PayPalWebhooks _webhooks;

    public PayPalWebhookTests()
    {
        _host = new ProviderHost(
            builder => builder.AddPayPal(options =>
            {
                options.ClientId = "client";
                options.ClientSecret = "secret";
                options.UseSandbox = true;
                options.WebhookIds.Add("another");
                options.WebhookIds.Add(WebhookId);
            }),
            "paypal", "paypal-certificates");
        DateTimeOffset now = _host.Shop.Time.GetUtcNow();
        _authority = Authority(AuthorityKey, now);
        _certificate = Leaf(_authority, now.AddDays(-1), now.AddDays(30));
        _webhooks = Webhooks(new LocalCertificateTrust(new Uri("http://127.0.0.1:9/"), _authority));
        _host.Api
            .On("POST", "/v1/oauth2/token", """{"access_token":"A21","expires_in":32400}""")
            .On("POST", "/v2/checkout/orders", """{"id":"ORDER1","status":"CREATED"}""")
            .On("GET", "/v1/notifications/certs/CERT-1", _certificate.ExportCertificatePem());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _host.Dispose();
        _authority.Dispose();
        _certificate.Dispose();
    }

    [Theory]
    [InlineData("123456789", 3421780262)]
    [InlineData("""{"id":"evt_1"}""", 2394574875)]
    public void Crc_OfTheBody_IsThatOfTheVectors(string body, uint crc) =>
        Assert.Equal(crc, Crc32.HashToUInt32(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Receive_Approved_IsCapturedAndASecondDeliveryDoesNothing()
    {
        OfferResult offer = await _host.Shop.OfferAsync();
        string unit = $$"""[{"custom_id":"{{offer.Attempt!.Id}}","payments":{"captures":[{"id":"C","status":"COMPLETED","amount":"""
            + $$"""{"currency_code":"USD","value":"6.98"} }]} }]""";
        _host.Api.On("GET", "/v2/checkout/orders/ORDER1", $$"""{"id":"ORDER1","status":"APPROVED","purchase_units":{{unit}} }""");
        _host.Api.On("POST", "/v2/checkout/orders/ORDER1/capture", $$"""{"id":"ORDER1","status":"COMPLETED","purchase_units":{{unit}} }""");
        byte[] body = Body(offer);

        ProviderWebhookResult first = await _webhooks.ReceiveAsync(Signed(body), Stop);
        int requests = _host.Api.Requests.Count;
        ProviderWebhookResult second = await _webhooks.ReceiveAsync(Signed(body), Stop);

        Assert.Equal((ProviderWebhookResult.Taken, ProviderWebhookResult.Taken), (first, second));
        Assert.Equal(OrderState.Placed, (await _host.Shop.OrderAsync(offer.Order!.Id)).State);
        Assert.Equal(requests, _host.Api.Requests.Count);
    }

    [Theory]
    [InlineData("PAYPAL-TRANSMISSION-SIG", null)]
    [InlineData("PAYPAL-TRANSMISSION-SIG", "AAAA")]
    [InlineData("PAYPAL-TRANSMISSION-SIG", "no base 64")]
    [InlineData("PAYPAL-TRANSMISSION-ID", "another")]
    [InlineData("PAYPAL-TRANSMISSION-TIME", "2026-03-01T12:00:01Z")]
    [InlineData("PAYPAL-TRANSMISSION-TIME", "2026-02-20T12:00:00Z")]
    [InlineData("PAYPAL-TRANSMISSION-TIME", "2026-03-01T12:06:00Z")]
    [InlineData("PAYPAL-TRANSMISSION-TIME", "soon")]
    [InlineData("PAYPAL-AUTH-ALGO", "SHA1withRSA")]
    [InlineData("PAYPAL-CERT-URL", null)]
    [InlineData("PAYPAL-CERT-URL", "file:///etc/passwd")]
    public async Task Receive_OneHeaderOtherwise_IsRefused(string header, string? value)
    {
        byte[] body = Body(await _host.Shop.OfferAsync());
        ProviderWebhook genuine = Signed(body);

        Assert.Equal(ProviderWebhookResult.Refused, await _webhooks.ReceiveAsync(
            new ProviderWebhook(body, name => name == header ? value : genuine.GetHeader(name)), Stop));
    }

    [Fact]
    public async Task Receive_BodyTruncatedOrWrittenAnew_IsRefused()
    {
        byte[] body = Body(await _host.Shop.OfferAsync());
        ProviderWebhook genuine = Signed(body);

        byte[] written = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(":", ": ", StringComparison.Ordinal));

        Assert.Equal(
            ProviderWebhookResult.Refused,
            await _webhooks.ReceiveAsync(new ProviderWebhook(body.AsMemory()[..^1], genuine.GetHeader), Stop));
        Assert.Equal(
            ProviderWebhookResult.Refused, await _webhooks.ReceiveAsync(new ProviderWebhook(written, genuine.GetHeader), Stop));
    }

    [Fact]
    public async Task Receive_SignedWithALeafOfAnotherAuthority_IsRefused()
    {
        byte[] body = Body(await _host.Shop.OfferAsync());
        DateTimeOffset now = _host.Shop.Time.GetUtcNow();
        using RSA foreignKey = RSA.Create(2_048);
        using X509Certificate2 foreign = Authority(foreignKey, now);
        using X509Certificate2 leaf = Leaf(foreign, now.AddDays(-1), now.AddDays(30));
        _host.Api.On("GET", "/v1/notifications/certs/CERT-1", leaf.ExportCertificatePem() + foreign.ExportCertificatePem());

        Assert.Equal(ProviderWebhookResult.Refused, await _webhooks.ReceiveAsync(Signed(body), Stop));
    }

    [Fact]
    public async Task Receive_CertificateThatIsOver_IsRefused()
    {
        byte[] body = Body(await _host.Shop.OfferAsync());
        DateTimeOffset now = _host.Shop.Time.GetUtcNow();
        using X509Certificate2 old = Leaf(_authority, now.AddDays(-20), now.AddDays(-1));
        _host.Api.On("GET", "/v1/notifications/certs/CERT-1", old.ExportCertificatePem());

        Assert.Equal(ProviderWebhookResult.Refused, await _webhooks.ReceiveAsync(Signed(body), Stop));
    }

    [Fact]
    public async Task Receive_CertificateThatNobodyOutsideOfTestsTrusts_IsRefused()
    {
        byte[] body = Body(await _host.Shop.OfferAsync());

        Assert.Equal(ProviderWebhookResult.Refused, await Webhooks(local: null).ReceiveAsync(Signed(body), Stop));
    }

    [Fact]
    public async Task Receive_CertificateThatCannotBeFetched_IsTakenLater()
    {
        byte[] body = Body(await _host.Shop.OfferAsync());
        _host.Api.On("GET", "/v1/notifications/certs/CERT-1", "", HttpStatusCode.BadGateway);

        Assert.Equal(ProviderWebhookResult.TryLater, await _webhooks.ReceiveAsync(Signed(body), Stop));
    }

    [Fact]
    public async Task Receive_ManyWebhooks_FetchTheCertificateOnce()
    {
        byte[] body = Body(await _host.Shop.OfferAsync());
        await _webhooks.ReceiveAsync(Signed(body), Stop);
        await _webhooks.ReceiveAsync(Signed(body), Stop);

        Assert.Single(_host.Api.Requests, request => request.Path.StartsWith("/v1/notifications", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1", true)]
    [InlineData("http://api.sandbox.paypal.com/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://api.paypal.com/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://api.sandbox.paypal.com.evil.example/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://api.sandbox.paypal.com@evil.example/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://evil.example/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://evil.example#api.sandbox.paypal.com/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://api.sandbox.paypal.com:8443/v1/notifications/certs/CERT-1", false)]
    [InlineData("https://api.sandbox.paypal.com/v1/notifications/certs/../../oauth2/token", false)]
    [InlineData("https://api.sandbox.paypal.com/v1/notifications/certs/%2e%2e/x", false)]
    [InlineData("https://api.sandbox.paypal.com/v1/notifications/certs/", false)]
    [InlineData("https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1?next=https://evil.example", false)]
    [InlineData("https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1#x", false)]
    [InlineData("https://127.0.0.1/v1/notifications/certs/CERT-1", false)]
    public void AddressOf_WhatAWebhookNames_IsPayPalsFolderOrNothing(string named, bool isPayPals)
    {
        using PayPalCertificates certificates = new(
            _host.Get<IHttpClientFactory>(), new PayPalOptions { UseSandbox = true }, _host.Shop.Time, local: null);

        Assert.Equal(isPayPals ? named : null, certificates.AddressOf(new Uri(named))?.AbsoluteUri);
    }

    [Fact]
    public void AddressOf_Live_IsTheHostOfLivePaymentsAlone()
    {
        using PayPalCertificates certificates = new(_host.Get<IHttpClientFactory>(), new PayPalOptions(), _host.Shop.Time, local: null);

        Assert.NotNull(certificates.AddressOf(new Uri("https://api.paypal.com/v1/notifications/certs/CERT-1")));
        Assert.Null(certificates.AddressOf(new Uri(Certificate)));
    }

    private PayPalWebhooks Webhooks(LocalCertificateTrust? local) => new(
        _host.Get<PayPalApi>(),
        new PayPalCertificates(
            _host.Get<IHttpClientFactory>(), new PayPalOptions { UseSandbox = true }, _host.Shop.Time, local),
        _host.Checkout,
        _host.Shop.Time);

    private static byte[] Body(OfferResult offer) => Encoding.UTF8.GetBytes(
        $$"""{"id":"WH-1","event_type":"CHECKOUT.ORDER.APPROVED","resource":{"purchase_units":"""
            + $$"""[{"custom_id":"{{offer.Attempt!.Id}}"}]} }""");

    private static ProviderWebhook Signed(byte[] body)
    {
        const string id = "transmission-1";
        const string time = "2026-03-01T12:00:00Z";
        string signed = $"{id}|{time}|{WebhookId}|{Crc32.HashToUInt32(body).ToString(CultureInfo.InvariantCulture)}";
        string signature = Convert.ToBase64String(
            Key.SignData(Encoding.UTF8.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        return new ProviderWebhook(body, name => name switch
        {
            "PAYPAL-TRANSMISSION-ID" => id,
            "PAYPAL-TRANSMISSION-TIME" => time,
            "PAYPAL-TRANSMISSION-SIG" => signature,
            "PAYPAL-CERT-URL" => Certificate,
            "PAYPAL-AUTH-ALGO" => "SHA256withRSA",
            _ => null,
        });
    }

    private static X509Certificate2 Authority(RSA key, DateTimeOffset now)
    {
        CertificateRequest request = new("CN=An authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(now.AddDays(-90), now.AddDays(90));
    }

    private static X509Certificate2 Leaf(X509Certificate2 authority, DateTimeOffset from, DateTimeOffset to)
    {
        CertificateRequest request = new(
            "CN=messageverificationcerts.paypal.com", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.Create(authority, from, to, RandomNumberGenerator.GetBytes(16));
    }
}
