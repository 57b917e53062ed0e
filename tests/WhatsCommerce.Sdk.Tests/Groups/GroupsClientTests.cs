using WhatsCommerce.Groups;
using WhatsCommerce.Sdk.Tests.Http;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Groups;

/// <summary>Groups, who joins them and who leaves. Answers are those of Meta's pages.</summary>
public class GroupsClientTests
{
    private const string Id = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
    private const string RequestId = "MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw";

    private static readonly Uri Meta = new("https://graph.facebook.com/");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheRoom()
    {
        using StubMeta meta = new(
            StubMeta.Ok("""{"messaging_product":"whatsapp","request_id":"106540352242922"}"""),
            StubMeta.Ok(
                $$$"""{"data":{"groups":[{"id":"{{{Id}}}","subject":"A","created_at":"1750269342"}]},"paging":{"cursors":"""
                    + $$$"""{"after":"b"} } }"""),
            StubMeta.Ok($$"""{"messaging_product":"whatsapp","id":"{{Id}}"}"""),
            StubMeta.Ok("""{"messaging_product":"whatsapp"}"""),
            StubMeta.Ok("""{"messaging_product":"whatsapp","invite_link":"https://chat.whatsapp.com/LINK_ID"}"""),
            StubMeta.Ok("""{"messaging_product":"whatsapp","invite_link":"https://chat.whatsapp.com/OTHER"}"""),
            StubMeta.Ok($$"""{"data":[{"join_request_id":"{{RequestId}}","wa_id":16505551234,"creation_timestamp":1755548877}]}"""),
            StubMeta.Ok($$"""{"messaging_product":"whatsapp","approved_join_requests":["{{RequestId}}"]}"""),
            StubMeta.Ok($$"""{"messaging_product":"whatsapp","rejected_join_requests":["{{RequestId}}"]}"""),
            StubMeta.Ok("""{"request_id":"9"}"""),
            StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);
        GroupsClient groups = client.Client.Groups;

        GroupReceipt created = await groups.CreateAsync(
            new("New Purchase Inquiry") { Description = "Jim", JoinApprovalMode = JoinApprovalMode.ApprovalRequired }, Token);
        GroupSummary listed = Assert.Single(await groups.ListAsync(Token).ToListAsync(Token));
        await groups.GetAsync(Id, Token);
        await groups.UpdateAsync(Id, new() { Description = "" }, Token);
        Uri link = await groups.GetInviteLinkAsync(Id, Token);
        Uri reset = await groups.ResetInviteLinkAsync(Id, Token);
        JoinRequest request = Assert.Single(await groups.ListJoinRequestsAsync(Id, Token).ToListAsync(Token));
        JoinRequestsResult approved = await groups.ApproveJoinRequestsAsync(Id, [request.Id!], Token);
        JoinRequestsResult rejected = await groups.RejectJoinRequestsAsync(Id, [request.Id!], Token);
        GroupReceipt removed = await groups.RemoveParticipantsAsync(Id, ["+16505551234", "US.13491208655302741918"], Token);
        await groups.DeleteAsync(Id, Token);

        Assert.Equal(("106540352242922", Id, "9"), (created.RequestId, listed.Id, removed.RequestId));
        Assert.Equal(("https://chat.whatsapp.com/LINK_ID", "https://chat.whatsapp.com/OTHER"), (link.ToString(), reset.ToString()));
        Assert.Equal(("16505551234", 1755548877), (request.WaId, request.CreatedAt?.ToUnixTimeSeconds()));
        Assert.Equal([RequestId, RequestId], [.. approved.Done, .. rejected.Done]);
        Snapshot.MatchText(Wire.Describe(meta.Requests));
    }

    [Fact]
    public async Task GetAsync_MetasAnswer_IsReadWhole()
    {
        using StubMeta meta = new(StubMeta.Ok(
            $$"""
            {"messaging_product":"whatsapp","id":"{{Id}}","subject":"Insights","creation_timestamp":683731200,"suspended":false,
             "description":"AI","total_participant_count":2,"participants":[{"wa_id":"16505551234"},{"wa_id":16505551235}],
             "join_approval_mode":"auto_approve"}
            """));
        using TestClient client = new(Meta, handler: meta);

        Group group = await client.Client.Groups.GetAsync(Id, Token);

        Assert.Equal(("Insights", "AI", JoinApprovalMode.AutoApprove), (group.Subject, group.Description, group.JoinApprovalMode));
        Assert.Equal((false, 2, 683731200L), (group.IsSuspended, group.ParticipantCount, group.CreatedAt?.ToUnixTimeSeconds()));
        Assert.Equal(["16505551234", "16505551235"], group.Participants.Select(participant => participant.WaId));
        Assert.DoesNotContain("1234", $"{group}{group.Participants[0]}".Replace("***1234", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApproveJoinRequestsAsync_SomeFailed_TellsWhich()
    {
        using StubMeta meta = new(StubMeta.Answer(
            System.Net.HttpStatusCode.PartialContent,
            $$"""
            {"messaging_product":"whatsapp","approved_join_requests":["a"],
            "failed_join_requests":[{"join_request_id":"{{RequestId}}","errors":[
              {"code":"131203","message":"(#131203) No","title":"Unable to add participant to group",
              "error_data":{"details":"No terms."} }]}]}
            """));
        using TestClient client = new(Meta, handler: meta);

        JoinRequestsResult result = await client.Client.Groups.ApproveJoinRequestsAsync(Id, ["a", RequestId], Token);

        JoinRequestFailure failure = Assert.Single(result.Failed);
        Assert.Equal(["a"], result.Done);
        Assert.Equal((RequestId, 131203, "No terms."), (failure.Id, failure.Errors[0].Code, failure.Errors[0].Details));
        Assert.DoesNotContain(RequestId, $"{result}{failure}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdatePictureAsync_Jpeg_GoesAsAForm()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"success":true}"""));
        using TestClient client = new(Meta, handler: meta);

        await client.Client.Groups.UpdatePictureAsync(Id, new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, Token);

        string body = Assert.Single(meta.Requests).Body;
        Assert.Contains("name=\"messaging_product\"\r\n\r\nwhatsapp\r\n", body, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"picture.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_ServerError_IsNotRetried()
    {
        using StubMeta meta = new(StubMeta.Error(2, 500));
        using TestClient client = new(Meta, handler: meta);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.Client.Groups.CreateAsync(new("A"), Token));

        Assert.Single(meta.Requests);
    }

    [Fact]
    public async Task Requests_OverALimit_AreNotSent()
    {
        using StubMeta meta = new(StubMeta.Ok());
        using TestClient client = new(Meta, handler: meta);
        GroupsClient groups = client.Client.Groups;

        await Refused(() => groups.CreateAsync(new(new string('a', 129)), Token), "subject");
        await Refused(() => groups.CreateAsync(new("a") { Description = new string('a', 2049) }, Token), "description");
        await Refused(() => groups.UpdateAsync(Id, new(), Token), "(body)");
        await Refused(() => groups.UpdateAsync(Id, new() { Subject = " " }, Token), "subject");
        await Refused(() => groups.ApproveJoinRequestsAsync(Id, [], Token), "join_requests");
        await Refused(() => groups.RemoveParticipantsAsync(Id, Enumerable.Repeat<Recipient>("+16505551234", 9), Token), "participants");
        await Refused(() => groups.RemoveParticipantsAsync(Id, [Recipient.Group(Id)], Token), "participants[0].user");
        await Refused(() => groups.UpdatePictureAsync(Id, new byte[] { 1, 2, 3 }, Token), "file");
        await Refused(() => groups.UpdatePictureAsync(Id, new byte[(5 * 1024 * 1024) + 1], Token), "file");
        await Assert.ThrowsAsync<ArgumentException>(() => groups.GetAsync("../1", Token));
        Assert.Empty(meta.Requests);
    }

    [Fact]
    public async Task Requests_AtTheLimit_AreSent()
    {
        using StubMeta meta = new(StubMeta.Ok("""{"request_id":"9"}"""));
        using TestClient client = new(Meta, handler: meta);

        await client.Client.Groups.CreateAsync(new(new string('a', 128)) { Description = new string('a', 2048) }, Token);
        await client.Client.Groups.RemoveParticipantsAsync(Id, Enumerable.Repeat<Recipient>("+16505551234", 8), Token);

        Assert.Equal(2, meta.Requests.Count);
    }

    private static async Task Refused(Func<Task> call, string path)
    {
        WhatsCommerceValidationException refused = await Assert.ThrowsAsync<WhatsCommerceValidationException>(call);
        Assert.Equal(path, Assert.Single(refused.Violations).Path);
    }
}
