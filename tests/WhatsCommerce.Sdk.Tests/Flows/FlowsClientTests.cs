using WhatsCommerce.Flows;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Flows;

/// <summary>Managing flows. Answers are those of Meta's OpenAPI description.</summary>
public class FlowsClientTests
{
    private const string Mistake = """
        {"error":"INVALID_PROPERTY","error_type":"JSON_SCHEMA_ERROR","line_start":46,"line_end":46,"column_start":17,"column_end":30,
         "pointers":[{"line_start":46,"line_end":46,"column_start":17,"column_end":30,"path":"screens[0].layout.children[2].children[0]"}],
         "message":"The property \"initial-text\" cannot be specified at \"$root/screens/0/layout/children/2/children/0\"."}
        """;

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""{"id":"1"}"""),
            StubMeta.Ok("""{"id":"2","success":true}"""),
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"id":"1"}"""),
            StubMeta.Ok("""{"success":true}"""),
            StubMeta.Ok("""{"data":[]}"""),
            StubMeta.Ok("""{"id":"1","preview":{"preview_url":"https://business.facebook.com/wa/manage/flows/1/preview/?token=b9d6"}}"""),
            StubMeta.Ok("""{"id":"1"}"""),
            StubMeta.Ok("""{"migrated_flows":[],"failed_flows":[]}"""),
            StubMeta.Ok("""{"success":true}"""));
        using TestClient client = Start(meta);
        FlowsClient flows = client.Client.Flows;

        await flows.CreateAsync(new("My first flow", FlowCategory.Other), cancellationToken: Token);
        await flows.CreateAsync(
            new("Second", FlowCategory.SignUp, FlowCategory.Survey)
            {
                Json = """{"version":"5.0","screens":[]}""",
                Publish = true,
                CloneFlowId = "1",
                EndpointUri = new Uri("https://example.com/flow"),
            },
            "17",
            Token);
        Assert.Empty(await flows.ListAsync(cancellationToken: Token).ToListAsync(Token));
        await flows.GetAsync("1", Token);
        await flows.UpdateAsync(
            "1",
            new() { Name = "First", Categories = [FlowCategory.ContactUs], EndpointUri = new("https://example.com"), ApplicationId = "9" },
            Token);
        Assert.Null(await flows.DownloadJsonAsync("1", Token));
        await flows.GetPreviewAsync("1", invalidate: true, Token);
        Assert.Empty(await flows.GetMetricAsync(
            "1", FlowMetric.RequestErrors, FlowMetricGranularity.Day, new(2024, 1, 28), new(2024, 1, 30), Token));
        await flows.MigrateAsync("7", ["appointment", "leadgen"], cancellationToken: Token);
        await flows.PublishAsync("1", Token);
        await flows.DeprecateAsync("1", Token);
        await flows.DeleteAsync("1", Token);

        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task ListAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok($$"""
            {"data":[
              {"categories":["SIGN_UP"],"id":"flow-1","name":"my first flow","status":"DRAFT","validation_errors":[]},
              {"categories":["SIGN_UP","SIGN_IN"],"id":"flow-2","name":"my second flow","status":"DRAFT","validation_errors":[{{Mistake}}]},
              {"categories":["CONTACT_US"],"id":"flow-3","name":"another flow","status":"PUBLISHED","validation_errors":[]}],
             "paging":{"cursors":{"after":"QVFIUnZAWV...","before":"QVFIUnpKT..."} } }
            """));
        using TestClient client = Start(meta);

        List<Flow> flows = await client.Client.Flows.ListAsync(cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(["flow-1", "flow-2", "flow-3"], flows.Select(flow => flow.Id!));
        Assert.Equal([FlowStatus.Draft, FlowStatus.Draft, FlowStatus.Published], flows.Select(flow => flow.Status));
        Assert.Equal([FlowCategory.SignUp, FlowCategory.SignIn], flows[1].Categories);
        FlowValidationError mistake = Assert.Single(flows[1].ValidationErrors);
        Assert.Equal(
            ("INVALID_PROPERTY", "JSON_SCHEMA_ERROR", 46, 17), (mistake.Code, mistake.Type, mistake.LineStart, mistake.ColumnStart));
        Assert.Equal("screens[0].layout.children[2].children[0]", Assert.Single(mistake.Pointers).Path);
    }

    [Fact]
    public async Task GetAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"application":{"id":"app-1","link":"https://www.facebook.com/games/?app_id=app-1","name":"My Awesome App"},
             "categories":["OTHER"],"data_api_version":"3.0","data_channel_uri":"https://example.com",
             "health_status":{"can_send_message":"BLOCKED","entities":[
               {"can_send_message":"AVAILABLE","entity_type":"FLOW","id":"flow-1"},
               {"can_send_message":"BLOCKED","entity_type":"WABA","id":"waba-1","errors":[
                 {"error_code":141006,"error_description":"There is an error with the payment method.",
                  "possible_solution":"Add a new one."}]},
               {"can_send_message":"LIMITED","entity_type":"BUSINESS","id":"business-1"},
               {"can_send_message":"LIMITED","entity_type":"APP","id":"app-1","additional_info":["Your app is not subscribed."]}]},
             "id":"flow-1","json_version":"2.1","name":"my first flow",
             "preview":{"expires_at":"2023-05-21T11:18:09+0000",
                        "preview_url":"https://business.facebook.com/wa/manage/flows/55000/preview/"},
             "status":"DRAFT","validation_errors":[],"whatsapp_business_account":{"id":"waba-1","timezone_id":"54"}}
            """));
        using TestClient client = Start(meta);

        Flow flow = await client.Client.Flows.GetAsync("1", Token);

        Assert.Equal(("flow-1", "2.1", "3.0", "app-1"), (flow.Id, flow.JsonVersion, flow.DataApiVersion, flow.Application?.Id));
        Assert.Equal(new Uri("https://example.com"), flow.DataChannelUri);
        Assert.Equal(FlowSendability.Blocked, flow.Health!.Sendability);
        Assert.Equal(141006, Assert.Single(flow.Health.Entities[1].Errors).Code);
        Assert.Single(flow.Health.Entities[3].AdditionalInfo);
    }

    [Fact]
    public async Task UploadJsonAsync_WithMistakes_SendsThePartsAndTellsThem()
    {
        using StubMeta meta = new(StubMeta.Ok($$"""{"success":true,"validation_errors":[{{Mistake}}]}"""));
        using TestClient client = Start(meta);

        IReadOnlyList<FlowValidationError> mistakes =
            await client.Client.Flows.UploadJsonAsync("1", """{"version":"7.1","screens":[]}"""u8.ToArray(), Token);

        Assert.Equal("INVALID_PROPERTY", Assert.Single(mistakes).Code);
        StubMeta.Request request = Assert.Single(meta.Requests);
        Assert.Equal("/v25.0/1/assets", request.Uri.AbsolutePath);
        Assert.Contains("name=\"asset_type\"\r\n\r\nFLOW_JSON\r\n", request.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"name\"\r\n\r\nflow.json\r\n", request.Body, StringComparison.Ordinal);
        Assert.Contains(
            "name=\"file\"; filename=\"flow.json\"\r\nContent-Type: application/json\r\n\r\n{\"version\":\"7.1\",\"screens\":[]}\r\n",
            request.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPreviewAsync_MetasExample_IsReadAndItsAddressHidden()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"id":"flow-1","preview":{"expires_at":"2023-05-21T11:18:09+0000",
             "preview_url":"https://business.facebook.com/wa/manage/flows/550/preview/?token=b9d6"}}
            """));
        using TestClient client = Start(meta);

        FlowPreview preview = await client.Client.Flows.GetPreviewAsync("1", cancellationToken: Token);

        Assert.EndsWith("?token=b9d6", preview.Url!.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2023, 5, 21, 11, 18, 9, TimeSpan.Zero), preview.ExpiresAt);
        Assert.DoesNotContain("b9d6", preview.ToString(), StringComparison.Ordinal);
        Assert.Contains("fields=preview.invalidate%28false%29", meta.Requests[0].Uri.Query, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GetMetricAsync_MetasExamples_AreRead()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""
                {"id":"flow-1","metric":{"data_points":[
                  {"data":[{"key":"1","value":106}],"timestamp":"2024-01-28T08:00:00+0000"},
                  {"data":[{"key":"1","value":328},{"key":"2","value":2}],"timestamp":"2024-01-29T08:00:00+0000"}],
                 "granularity":"DAY","name":"ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL"}}
                """),
            StubMeta.Ok("""
                {"id":"flow-1","metric":{"data_points":[
                  {"data":[{"key":"value","value":0.12625250501002}],"timestamp":"2024-01-28T08:00:00+0000"}],
                 "granularity":"LIFETIME","name":"ENDPOINT_REQUEST_ERROR_RATE"}}
                """));
        using TestClient client = Start(meta);

        IReadOnlyList<FlowMetricPoint> latencies =
            await client.Client.Flows.GetMetricAsync("1", FlowMetric.RequestLatency, FlowMetricGranularity.Day, cancellationToken: Token);
        FlowMetricPoint rate = Assert.Single(await client.Client.Flows.GetMetricAsync(
            "1", FlowMetric.RequestErrorRate, FlowMetricGranularity.Lifetime, cancellationToken: Token));

        Assert.Equal([new() { Key = "1", Value = 328 }, new() { Key = "2", Value = 2 }], latencies[1].Data);
        Assert.Equal(0.12625250501002m, Assert.Single(rate.Data).Value);
    }

    [Fact]
    public async Task MigrateAsync_MetasExample_IsRead()
    {
        using StubMeta meta = new(StubMeta.Ok("""
            {"failed_flows":[{"error_code":"4233041","source_name":"leadgen",
                              "error_message":"Flows Migration Error: Flow name not found in source WABA."}],
             "migrated_flows":[{"migrated_id":"dest-flow-1","source_id":"source-flow-1","source_name":"appointment"}]}
            """));
        using TestClient client = Start(meta);

        FlowMigration migration = await client.Client.Flows.MigrateAsync("7", cancellationToken: Token);

        Assert.Equal(new MigratedFlow { SourceName = "appointment", SourceId = "source-flow-1", MigratedId = "dest-flow-1" },
            Assert.Single(migration.Migrated));
        Assert.Equal(4233041, Assert.Single(migration.Failed).ErrorCode);
    }

    [Theory]
    [InlineData(139000), InlineData(139001), InlineData(139002), InlineData(139003), InlineData(139004)]
    public async Task PublishAsync_Refused_IsAnErrorOfFlowsAndNotRetried(int code)
    {
        using StubMeta meta = new(StubMeta.Error(code));
        using TestClient client = Start(meta);

        GraphException refused = await Assert.ThrowsAnyAsync<GraphException>(() => client.Client.Flows.PublishAsync("1", Token));

        Assert.Equal((GraphErrorClass.Flow, code, false), (refused.ErrorClass, refused.Error!.Code, refused.IsRetrySafe));
        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task PublishAsync_ServerError_IsOfUnknownOutcome()
    {
        using StubMeta meta = new(StubMeta.Error(2, 500));
        using TestClient client = Start(meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Client.Flows.PublishAsync("1", Token));
        await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => client.Client.Flows.CreateAsync(new("a", FlowCategory.Other), cancellationToken: Token));

        Assert.Equal(2, meta.Requests.Count);
    }

    [Fact]
    public async Task Calls_OutsideOfTheRules_AreNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = Start(meta);
        FlowsClient flows = client.Client.Flows;

        await RefusedAsync("name", () => flows.CreateAsync(new(" ", FlowCategory.Other), cancellationToken: Token));
        await RefusedAsync("categories", () => flows.CreateAsync(new("a"), cancellationToken: Token));
        await RefusedAsync("publish", () => flows.CreateAsync(new("a", FlowCategory.Other) { Publish = true }, cancellationToken: Token));
        await RefusedAsync("flow_json", () => flows.CreateAsync(new("a", FlowCategory.Other) { Json = "{" }, cancellationToken: Token));
        await RefusedAsync(
            "endpoint_uri",
            () => flows.CreateAsync(new("a", FlowCategory.Other) { EndpointUri = new("http://example.com") }, cancellationToken: Token));
        await RefusedAsync("(body)", () => flows.UpdateAsync("1", new(), Token));
        await RefusedAsync("file", () => flows.UploadJsonAsync("1", "[]"u8.ToArray(), Token));
        await RefusedAsync("file", () => flows.UploadJsonAsync("1", new byte[FlowLimits.JsonBytes + 1], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => flows.GetAsync("1/assets", Token));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => flows.PublishAsync("", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => flows.GetMetricAsync(
            "1", FlowMetric.RequestCount, FlowMetricGranularity.Day, new(2026, 2, 2), new(2026, 2, 1), Token));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public void FlowDraft_ToString_ShowsNoJson() =>
        Assert.DoesNotContain("secret", new FlowDraft("a", FlowCategory.Other) { Json = "secret" }.ToString(), StringComparison.Ordinal);

    private static TestClient Start(StubMeta meta) =>
        new(Meta, options => options.BusinessAccountId = "102290129340398", handler: meta);

    private static async Task RefusedAsync(string path, Func<Task> call)
    {
        WhatsCommerceValidationException refused = await Assert.ThrowsAsync<WhatsCommerceValidationException>(call);
        Assert.Equal(path, Assert.Single(refused.Violations).Path);
    }
}
