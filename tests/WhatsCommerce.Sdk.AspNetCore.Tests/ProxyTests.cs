using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>
/// Behind proxies of all kinds. The signature covers the body and nothing else, so nothing depends on scheme, host or path.
/// </summary>
public class ProxyTests
{
    public static TheoryData<string> Heads() =>
    [
        "Host: shop.example",
        "Host: 10.0.0.7:8080",
        "Host: localhost\r\nX-Forwarded-For: 203.0.113.7, 10.0.0.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: "
            + "shop.example\r\nX-Forwarded-Prefix: /shop",
        "Host: localhost\r\nForwarded: for=203.0.113.7;proto=https;host=shop.example",
        "Host: localhost\r\nX-Original-URL: /elsewhere\r\nX-HTTP-Method-Override: DELETE",
        "Host: localhost\r\nVia: 1.1 proxy\r\nX-Request-Id: 7\r\nAccept-Encoding: gzip\r\nExpect: 100-continue",
    ];

    [Theory]
    [MemberData(nameof(Heads))]
    public async Task Post_WhateverAProxySays_IsVerifiedAndHandled(string head)
    {
        foreach (bool forwarded in new[] { false, true })
        {
            await using WebhookSite site = await StartAsync(forwarded);
            byte[] body = Deliveries.Statuses("wamid.1");

            Assert.Equal(
                "200", await SendAsync(site, "POST /webhooks/whatsapp HTTP/1.1", head, $"Content-Length: {body.Length}", body, body));
            Assert.Equal(
                "401",
                await SendAsync(site, "POST /webhooks/whatsapp HTTP/1.1", head, $"Content-Length: {body.Length}", body, [.. body, 1]));
        }
    }

    [Theory]
    [InlineData("POST /webhooks/whatsapp HTTP/1.0")]
    [InlineData("POST http://shop.example/webhooks/whatsapp HTTP/1.1")]
    [InlineData("POST /webhooks/whatsapp?utm=1 HTTP/1.1")]
    [InlineData("POST /WebHooks/WhatsApp/ HTTP/1.1")]
    public async Task Post_RequestLineOfAProxy_IsHandled(string line)
    {
        await using WebhookSite site = await StartAsync();
        byte[] body = Deliveries.Statuses("wamid.1");

        Assert.Equal("200", await SendAsync(site, line, "Host: shop.example", $"Content-Length: {body.Length}", body, body));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Post_ChunksOfAnySizeWithExtensionsAndTrailers_IsReadAsOneBody(int size)
    {
        await using WebhookSite site = await StartAsync();
        byte[] body = Deliveries.Statuses("wamid.1", "wamid.2");
        using MemoryStream chunked = new();
        foreach (byte[] chunk in body.Chunk(size))
        {
            chunked.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x};extension=1\r\n"));
            chunked.Write(chunk);
            chunked.Write("\r\n"u8);
        }

        chunked.Write("0\r\nX-Trailer: 1\r\n\r\n"u8);

        Assert.Equal(
            "200", await SendAsync(
                site, "POST /webhooks/whatsapp HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked", chunked.ToArray(), body));
    }

    [Fact]
    public async Task Post_EmptyOrWithoutBody_Is401WithoutSignatureAndKeptWithOne()
    {
        await using WebhookSite site = await StartAsync();

        Assert.Equal("401", await SendAsync(site, "POST /webhooks/whatsapp HTTP/1.1", "Host: localhost", "Content-Length: 0", [], [1]));
        Assert.Equal("200", await SendAsync(site, "POST /webhooks/whatsapp HTTP/1.1", "Host: localhost", "Content-Length: 0", [], []));
    }

    [Fact]
    public async Task Post_UnderAPathBase_IsTheSameEndpointAsBesideIt()
    {
        List<string?> keys = [];
        await using WebhookSite site = await StartAsync(handled: keys, pathBase: "/shop");

        HttpStatusCode under = await site.Deliver(Deliveries.Orders("wamid.1"), path: "/shop" + WebhookSite.Path);
        HttpStatusCode beside = await site.Deliver(Deliveries.Orders("wamid.1"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (under, beside));
        Assert.Single(keys);
    }

    private static Task<WebhookSite> StartAsync(
        bool forwarded = false, List<string?>? handled = null, string? pathBase = null) => WebhookSite.StartAsync(
        builder => builder.Services
            .AddWhatsCommerceWebhooks(options => options.AppSecrets = [WebhookSite.Secret])
            .Handle<OrderEvent>("orders", (order, _) =>
            {
                handled?.Add(order.Id.Value);
                return Task.CompletedTask;
            }),
        app =>
        {
            if (forwarded)
            {
                app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
            }

            app.UsePathBase(pathBase);
            app.UseRouting();
            app.MapWhatsCommerceWebhooks(WebhookSite.Path);
        });

    /// <summary>Sends a request as it is written here, signed over a body that is or is not the one sent, and gives the status.</summary>
    private static async Task<string> SendAsync(WebhookSite site, string line, string head, string framing, byte[] content, byte[] signed)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, site.Address.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = client.GetStream();
        string text =
            $"{line}\r\n{head}\r\n{WebhookSignature.HeaderName}: "
                + $"{WebhookSignature.Compute(signed, WebhookSite.Secret)}\r\n{framing}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
        await stream.WriteAsync(content, TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream, Encoding.ASCII);
        string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return answer.Replace("HTTP/1.1 100 Continue\r\n\r\n", "", StringComparison.Ordinal).Split(' ')[1];
    }
}
