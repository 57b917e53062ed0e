using System.Security.Cryptography;
using System.Text;
using WhatsCommerce.Flows;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Flows from their creation to their end.</summary>
public class FlowTests
{
    private const string Screens = """
        {"version":"7.1","screens":[{"id":"HELLO","title":"Hello","terminal":true,"layout":{"type":"SingleColumnLayout","children":[]}}]}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Flow_CreatedFilledAndPublished_IsListedAndSent()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        FlowsClient flows = pair.Client.Flows;
        byte[] json = Encoding.UTF8.GetBytes(Screens);

        string id = (await flows.CreateAsync(new("Sign up", FlowCategory.SignUp), cancellationToken: Token)).Id;
        Assert.Null(await flows.DownloadJsonAsync(id, Token));
        Assert.Empty(await flows.UploadJsonAsync(id, json, Token));
        FlowPreview preview = await flows.GetPreviewAsync(id, cancellationToken: Token);
        FlowPreview another = await flows.GetPreviewAsync(id, invalidate: true, Token);
        GraphException draft = await Assert.ThrowsAnyAsync<GraphException>(() => SendAsync(pair, id));
        await flows.PublishAsync(id, Token);
        await SendAsync(pair, id);
        Flow listed = Assert.Single(await flows.ListAsync(cancellationToken: Token).ToListAsync(Token));

        Assert.Equal(131009, draft.Error?.Code);
        Assert.Equal((id, "Sign up", FlowStatus.Published, "7.1"), (listed.Id, listed.Name, listed.Status, listed.JsonVersion));
        Assert.Equal([FlowCategory.SignUp], listed.Categories);
        Assert.Equal(json, await flows.DownloadJsonAsync(id, Token));
        Assert.NotEqual(preview.Url, another.Url);
        Assert.True(preview.ExpiresAt > TimeProvider.System.GetUtcNow());
        Assert.Equal(FlowSendability.Available, (await flows.GetAsync(id, Token)).Health?.Sendability);
        Assert.Equal("interactive.flow", Assert.Single(pair.Cloud.Customer("+16505551234").Received).Kind);
    }

    [Fact]
    public async Task Flow_WithMistakesAndAnEndpoint_IsRefusedUntilAllIsThere()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        FlowsClient flows = pair.Client.Flows;

        CreatedFlow made = await flows.CreateAsync(
            new("Booking", FlowCategory.AppointmentBooking) { Json = """{"screens":[]}""", Publish = true }, cancellationToken: Token);
        int mistakes = await RefusedAsync(() => flows.PublishAsync(made.Id, Token));
        await flows.UploadJsonAsync(
            made.Id,
            Encoding.UTF8.GetBytes(Screens.Replace("\"7.1\"", "\"7.1\",\"data_api_version\":\"3.0\"", StringComparison.Ordinal)),
            Token);
        int noAddress = await RefusedAsync(() => flows.PublishAsync(made.Id, Token));
        await flows.UpdateAsync(made.Id, new() { EndpointUri = new("https://example.com/flow"), ApplicationId = "9" }, Token);
        int noKey = await RefusedAsync(() => flows.PublishAsync(made.Id, Token));
        FlowHealth? blocked = (await flows.GetAsync(made.Id, Token)).Health;
        using RSA rsa = RSA.Create(2048);
        await pair.Client.PhoneNumbers.SetPublicKeyAsync(rsa.ExportSubjectPublicKeyInfoPem(), cancellationToken: Token);
        await flows.PublishAsync(made.Id, Token);
        Flow published = await flows.GetAsync(made.Id, Token);

        Assert.Equal(["INVALID_PROPERTY_TYPE", "MIN_ITEMS_REQUIRED"], made.ValidationErrors.Select(mistake => mistake.Code!));
        Assert.Equal([139002, 139002, 139002], [mistakes, noAddress, noKey]);
        Assert.Equal(FlowSendability.Blocked, blocked?.Sendability);
        Assert.Equal((FlowStatus.Published, "3.0", "9"), (published.Status, published.DataApiVersion, published.Application?.Id));
        Assert.Equal(new Uri("https://example.com/flow"), published.EndpointUri);
    }

    [Fact]
    public async Task Flow_AtItsEnd_IsDeletedOrDeprecated()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        FlowsClient flows = pair.Client.Flows;
        string first = (await flows.CreateAsync(
            new("First", FlowCategory.Other) { Json = Screens, Publish = true }, cancellationToken: Token)).Id;
        string second = (await flows.CreateAsync(
            new("Second", FlowCategory.Other) { CloneFlowId = first }, cancellationToken: Token)).Id;

        Assert.Equal(100, await RefusedAsync(() => flows.CreateAsync(new("First", FlowCategory.Other), cancellationToken: Token)));
        Assert.Equal(139004, await RefusedAsync(() => flows.DeleteAsync(first, Token)));
        Assert.Equal(139003, await RefusedAsync(() => flows.DeprecateAsync(second, Token)));
        Assert.NotNull(await flows.DownloadJsonAsync(second, Token));
        await flows.DeleteAsync(second, Token);
        await flows.DeprecateAsync(first, Token);
        Assert.Equal(139001, await RefusedAsync(() => flows.UpdateAsync(first, new() { Name = "Third" }, Token)));
        Assert.Equal(139001, await RefusedAsync(() => flows.UploadJsonAsync(first, Encoding.UTF8.GetBytes(Screens), Token)));

        Flow left = Assert.Single(await flows.ListAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal((first, FlowStatus.Deprecated), (left.Id, left.Status));
        Assert.Equal(131009, await RefusedAsync(() => SendAsync(pair, first)));
    }

    [Fact]
    public async Task MigrateAsync_FromAnotherAccount_CopiesThoseThatAreThereAndFree()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        FlowsClient flows = pair.Client.Flows;
        pair.Cloud.AddAccount("106540352242999", PhoneNumber.Parse("+15550783999"), pair.Cloud.Options.AccessToken!, "102290129340999");
        await flows.CreateAsync(new("First", FlowCategory.Other) { Json = Screens, Publish = true }, "102290129340999", Token);
        await flows.CreateAsync(new("Second", FlowCategory.Other), "102290129340999", Token);
        await flows.CreateAsync(new("Second", FlowCategory.Other), cancellationToken: Token);

        FlowMigration migration = await flows.MigrateAsync("102290129340999", ["First", "Second", "Third"], cancellationToken: Token);

        MigratedFlow copied = Assert.Single(migration.Migrated);
        Assert.Equal(FlowStatus.Published, (await flows.GetAsync(copied.MigratedId!, Token)).Status);
        Assert.Equal(["Second", "Third"], migration.Failed.Select(failure => failure.SourceName!));
        Assert.All(migration.Failed, failure => Assert.Equal(4233041, failure.ErrorCode));
    }

    [Fact]
    public async Task GetMetricAsync_OfAnEndpointThatWasAsked_TellsWhatWasCounted()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        FlowsClient flows = pair.Client.Flows;
        string id = (await flows.CreateAsync(new("Booking", FlowCategory.Other), cancellationToken: Token)).Id;
        int tooFew = await RefusedAsync(() => ReadAsync(FlowMetric.RequestCount));
        pair.Cloud.FlowMetrics.AddRequests(id, 297, TimeSpan.FromSeconds(0.4));
        pair.Cloud.FlowMetrics.AddRequests(id, 3, TimeSpan.FromSeconds(11), EmulatedFlowError.Timeout);

        FlowMetricPoint count = Assert.Single(await ReadAsync(FlowMetric.RequestCount));
        FlowMetricPoint errors = Assert.Single(await ReadAsync(FlowMetric.RequestErrors));
        FlowMetricPoint latencies = Assert.Single(await ReadAsync(FlowMetric.RequestLatency));

        Assert.Equal(100, tooFew);
        Assert.Equal([new() { Key = "value", Value = 300 }], count.Data);
        Assert.Equal([new() { Key = "timeout_error", Value = 3 }], errors.Data);
        Assert.Equal([new() { Key = "1", Value = 297 }, new() { Key = "10+", Value = 3 }], latencies.Data);

        Task<IReadOnlyList<FlowMetricPoint>> ReadAsync(FlowMetric metric) =>
            flows.GetMetricAsync(id, metric, FlowMetricGranularity.Lifetime, cancellationToken: Token);
    }

    private static Task<MessageReceipt> SendAsync(ClientAndCloud pair, string id) => pair.Client.Messages.SendAsync(
        "+16505551234", Message.Flow(id).Body("Join us").Button("Sign up").Build(), cancellationToken: Token);

    private static async Task<int> RefusedAsync(Func<Task> call) =>
        (await Assert.ThrowsAnyAsync<GraphException>(call)).Error?.Code ?? 0;
}
