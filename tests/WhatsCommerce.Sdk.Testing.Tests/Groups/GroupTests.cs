using System.Text.Json;

namespace WhatsCommerce.Testing.Tests.Groups;

/// <summary>Groups over the wire, and what webhooks tell of them.</summary>
public sealed class GroupTests
{
    private const string Message =
        """{"messaging_product":"whatsapp","recipient_type":"group","to":"#","type":"text","text":{"body":"Hi"} }""";

    [Theory]
    [InlineData("""{"subject":"A"}""")]
    [InlineData("""{"messaging_product":"whatsapp"}""")]
    [InlineData("""{"messaging_product":"whatsapp","subject":" "}""")]
    [InlineData("""{"messaging_product":"whatsapp","subject":"A","join_approval_mode":"perhaps"}""")]
    public async Task Create_BrokenRule_Gives100(string body)
    {
        await using Shop shop = await Shop.StartAsync();

        (await shop.Post($"{Shop.Number}/groups", body)).AssertRefused(100);
        Assert.Empty(shop.Cloud.Groups);
    }

    [Theory]
    [InlineData("subject", 128)]
    [InlineData("description", 2048)]
    public async Task Create_TextOfTheLimit_PassesAndOneMoreDoesNot(string member, int limit)
    {
        await using Shop shop = await Shop.StartAsync();
        Task<Answer> Create(int length) => shop.Post(
            $"{Shop.Number}/groups",
            $$"""{"messaging_product":"whatsapp","""
                + $$"""{{(member == "subject" ? "" : "\"subject\":\"A\",")}}"{{member}}":"{{new string('x', length)}}"}""");

        (await Create(limit)).AssertAccepted();
        (await Create(limit + 1)).AssertRefused(100);
    }

    [Fact]
    public async Task Group_CreatedJoinedLeftAndDeleted_WebhooksTellOfEach()
    {
        await using Stage stage = await Stage.StartAsync();
        EmulatedCustomer pablo = stage.Cloud.Customer("+16505551234", "Pablo");
        EmulatedCustomer ana = stage.Cloud.Customer("+16505551235", "Ana");

        Answer created = await stage.PostJsonAsync(
            $"{Shop.Number}/groups", """{"messaging_product":"whatsapp","subject":" Cars ","description":"New ones"}""");
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        EmulatedGroup group = Assert.Single(stage.Cloud.Groups);
        await group.JoinAsync(pablo, Stage.Token);
        await group.JoinAsync(ana, Stage.Token);
        await group.SendTextAsync(pablo, "Hello all", Stage.Token);
        (await stage.PostJsonAsync($"{group.Id}", """{"messaging_product":"whatsapp","subject":"Cars 2"}""")).AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        (await stage.DeleteAsync(
            $"{group.Id}/participants",
            """{"messaging_product":"whatsapp","participants":[{"user":"+16505551235"},{"user":"+16505559999"}]}""")).AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);
        await group.LeaveAsync(pablo, Stage.Token);
        (await stage.DeleteAsync($"{group.Id}")).AssertAccepted();
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        Assert.Equal(
            [
                "group create", "group participants add", "group participants add", "group text", "group settings update",
                "group participants remove", "group participants remove", "group delete",
            ],
            stage.Told);
        JsonElement[] values = [.. stage.Callback.Posts.Select(post => post.Value)];
        JsonElement creation = values[0].GetProperty("groups")[0];
        Assert.Equal(created.Text("request_id"), creation.GetProperty("request_id").GetString());
        Assert.Equal((
            "Cars", group.InviteLink), (creation.GetProperty("subject").GetString(), creation.GetProperty("invite_link").GetString()));
        Assert.Equal("16505551234", values[1].GetProperty("groups")[0].GetProperty("added_participants")[0].GetProperty("wa_id")
            .GetString());
        Assert.Equal(group.Id.Value, values[3].GetProperty("messages")[0].GetProperty("group_id").GetString());
        Assert.True(values[4].GetProperty("groups")[0].GetProperty("group_subject").GetProperty("update_successful").GetBoolean());
        JsonElement removal = values[5].GetProperty("groups")[0];
        Assert.Equal("16505551235", removal.GetProperty("removed_participants")[0].GetProperty("input").GetString());
        Assert.Equal(131212, removal.GetProperty("failed_participants")[0].GetProperty("errors")[0].GetProperty("code").GetInt32());
        Assert.Equal("participant", values[6].GetProperty("groups")[0].GetProperty("initiated_by").GetString());
        Assert.Empty(stage.Cloud.Groups);
        Assert.Throws<InvalidOperationException>(() => { _ = group.JoinAsync(ana, Stage.Token); });
    }

    [Fact]
    public async Task JoinRequests_ApprovedAndRejected_AreAnsweredOneByOne()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostJsonAsync(
            $"{Shop.Number}/groups",
            """{"messaging_product":"whatsapp","subject":"A","join_approval_mode":"approval_required"}""")).AssertAccepted();
        EmulatedGroup group = Assert.Single(stage.Cloud.Groups);
        await group.JoinAsync(stage.Cloud.Customer("+16505551234"), Stage.Token);
        await group.JoinAsync(stage.Cloud.Customer("+16505551235"), Stage.Token);
        await group.JoinAsync(stage.Cloud.Customer("+16505551236"), Stage.Token);
        await group.CancelJoinRequestAsync(stage.Cloud.Customer("+16505551236"), Stage.Token);

        string[] requests = (await stage.GetAsync($"{group.Id}/join_requests")).Texts("join_request_id");
        Answer approved = await stage.PostJsonAsync(
            $"{group.Id}/join_requests", $$"""{"messaging_product":"whatsapp","join_requests":["{{requests[0]}}","none"]}""");
        Answer rejected = await stage.DeleteAsync(
            $"{group.Id}/join_requests", $$"""{"messaging_product":"whatsapp","join_requests":["{{requests[1]}}"]}""");

        Assert.Equal(2, requests.Length);
        Assert.Equal(requests[0], approved.Json.GetProperty("approved_join_requests")[0].GetString());
        JsonElement failed = approved.Json.GetProperty("failed_join_requests")[0];
        Assert.Equal(("none", 131213), (
            failed.GetProperty("join_request_id").GetString(), failed.GetProperty("errors")[0].GetProperty("code").GetInt32()));
        Assert.Equal(requests[1], rejected.Json.GetProperty("rejected_join_requests")[0].GetString());
        Assert.Equal(["+16505551234"], group.Participants.Select(participant => participant.Value!));
        Assert.Empty(group.JoinRequests);
        (await stage.PostJsonAsync($"{group.Id}/join_requests", """{"messaging_product":"whatsapp","join_requests":[]}"""))
            .AssertRefused(100);
    }

    [Fact]
    public async Task Messages_ToGroups_AreJudgedOnceThereIsAGroup()
    {
        await using Stage stage = await Stage.StartAsync();
        (await stage.PostAsync(Message.Replace("#", "Y2FwaQ", StringComparison.Ordinal))).AssertAccepted();
        (await stage.PostJsonAsync($"{Shop.Number}/groups", """{"messaging_product":"whatsapp","subject":"A"}""")).AssertAccepted();
        EmulatedGroup group = Assert.Single(stage.Cloud.Groups);
        Task<Answer> Send() => stage.PostAsync(Message.Replace("#", group.Id.Value, StringComparison.Ordinal));

        (await stage.PostAsync(Message.Replace("#", "Y2FwaQ", StringComparison.Ordinal))).AssertRefused(131041);
        (await Send()).AssertRefused(131020);
        await group.JoinAsync(stage.Cloud.Customer("+16505551234"), Stage.Token);
        Answer sent = await Send();
        await group.SuspendAsync(cancellationToken: Stage.Token);
        (await Send()).AssertRefused(131207);
        await group.SuspendAsync(isSuspended: false, Stage.Token);
        await stage.Cloud.WhenDeliveredAsync(Stage.Token);

        sent.AssertAccepted();
        Assert.Equal("Hi", Assert.Single(group.Messages).GetProperty("text").GetProperty("body").GetString());
        JsonElement delivered = Assert.Single(stage.Statuses, status => status.GetProperty("status").GetString() == "delivered");
        Assert.Equal(
            (group.Id.Value, "16505551234"),
            (delivered.GetProperty("recipient_id").GetString(), delivered.GetProperty("recipient_participant_id").GetString()));
    }

    [Theory]
    [InlineData(200, 200, null)]
    [InlineData(200, 100, 131209)]
    [InlineData(100, 100, 131210)]
    public async Task Picture_ByItsSize_IsTakenOrNot(int width, int height, int? code)
    {
        await using Shop shop = await Shop.StartAsync();
        (await shop.Post($"{Shop.Number}/groups", """{"messaging_product":"whatsapp","subject":"A"}""")).AssertAccepted();
        using MultipartFormDataContent form = new() { { new StringContent("whatsapp"), "messaging_product" } };
        byte[] jpeg =
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1,
            0, 0, 0,
        ];
        using ByteArrayContent picture = new(jpeg);
        picture.Headers.ContentType = new("image/jpeg");
        form.Add(picture, "file", "picture.jpg");

        Answer answer = await shop.Stage.PostAsync($"v25.0/{shop.Cloud.Groups[0].Id}", form);

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task List_MoreThanAPage_IsPagedBelowData()
    {
        await using Shop shop = await Shop.StartAsync();
        foreach (string subject in (string[])["A", "B", "C"])
        {
            (await shop.Post($"{Shop.Number}/groups", $$"""{"messaging_product":"whatsapp","subject":"{{subject}}"}""")).AssertAccepted();
        }

        JsonElement first = (await shop.Get($"{Shop.Number}/groups?limit=2")).Json;
        string after = first.GetProperty("paging").GetProperty("cursors").GetProperty("after").GetString()!;
        JsonElement second = (await shop.Get($"{Shop.Number}/groups?limit=2&after={after}")).Json;

        Assert.Equal(["A", "B"], Subjects(first));
        Assert.Equal(["C"], Subjects(second));
        Assert.False(second.GetProperty("paging").TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Group_OfAnotherNumber_IsUnknown()
    {
        await using Shop shop = await Shop.StartAsync();
        shop.Cloud.AddAccount("300", PhoneNumber.Parse("+15550001111"), "tenant");
        (await shop.Post($"{Shop.Number}/groups", """{"messaging_product":"whatsapp","subject":"A"}""")).AssertAccepted();

        Answer answer = await shop.Get($"{shop.Cloud.Groups[0].Id}?access_token=tenant");
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"v25.0/{shop.Cloud.Groups[0].Id}", UriKind.Relative));
        request.Headers.Authorization = new("Bearer", "tenant");
        using HttpResponseMessage response = await shop.Stage.Http.SendAsync(request, Stage.Token);

        answer.AssertAccepted();
        (await Answer.ReadAsync(response)).AssertRefused(100);
    }

    private static string[] Subjects(JsonElement list) =>
        [.. list.GetProperty("data").GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("subject").GetString()!)];
}
