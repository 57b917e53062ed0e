using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WhatsCommerce.Storefronts;

namespace WhatsCommerce.Sdk.Storefront.Browser.Tests;

/// <summary>A provider with a page of its own, on which the customer pays, or goes back without having paid.</summary>
internal sealed class LocalBank(Uri shop) : ICheckoutProvider
{
    private readonly ConcurrentDictionary<string, ProviderRequest> _asked = new();
    private readonly ConcurrentDictionary<string, ProviderPaymentState> _states = new();

    public string Name => "bank";

    /// <summary>What a payment on its page comes to.</summary>
    public ProviderPaymentState Ends { get; set; } = ProviderPaymentState.Paid;

    public string TitleFor(string language) => "Card";

    public bool Accepts(Quote quote) => true;

    public Task<ProviderPayment> CreateAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        _asked[request.IdempotencyKey] = request;
        return ReadAsync(request.Attempt, cancellationToken);
    }

    public Task<ProviderPayment> ReadAsync(PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderPayment
    {
        State = _states.GetValueOrDefault(attempt.Id.Value!, ProviderPaymentState.Open),
        Amount = attempt.Amount,
        Reference = attempt.Id.Value,
        Url = new Uri(shop, "/bank/" + attempt.Id).AbsoluteUri,
    });

    public Task<ProviderPayment> CancelAsync(PaymentAttempt attempt, CancellationToken cancellationToken)
    {
        _states.TryAdd(attempt.Id.Value!, ProviderPaymentState.Cancelled);
        return ReadAsync(attempt, cancellationToken);
    }

    public Task<ProviderRefund> RefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    public Task<ProviderRefund> ReadRefundAsync(Refund refund, PaymentAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderRefund { State = RefundState.Done });

    /// <summary>Something happened at the bank.</summary>
    public void Set(AttemptId attempt, ProviderPaymentState state) => _states[attempt.Value!] = state;

    public void Map(WebApplication app)
    {
        app.MapGet("/bank/{id}", (string id) => _asked.TryGetValue(id, out ProviderRequest? asked)
            ? Results.Content(
                $"""
                <!DOCTYPE html><html lang="en"><title>The bank</title><h1>Pay {WebUtility.HtmlEncode(asked.Attempt.Amount.ToString())}</h1>
                <form method="post"><button>Pay now</button></form><a href="{asked.CancelUrl}">Back to the shop</a></html>
                """,
                "text/html")
            : Results.NotFound());
        app.MapPost("/bank/{id}", (string id) =>
        {
            _states.TryAdd(id, Ends);
            return Results.Redirect(_asked[id].ReturnUrl!.AbsoluteUri);
        });
    }
}
