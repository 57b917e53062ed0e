using WhatsCommerce.Groups;
using WhatsCommerce.Messages;
using WhatsCommerce.Testing;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Groups from their creation to their end.</summary>
public class GroupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Group_OfItsWholeLife_IsAsTheClientSaysAndReads()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        GroupsClient groups = pair.Client.Groups;
        EmulatedCustomer pablo = pair.Cloud.Customer("+16505551234", "Pablo");
        EmulatedCustomer ana = pair.Cloud.Customer("+16505551235", "Ana");

        GroupReceipt receipt = await groups.CreateAsync(
            new("Cars") { Description = "New ones", JoinApprovalMode = JoinApprovalMode.ApprovalRequired }, Token);
        EmulatedGroup emulated = Assert.Single(pair.Cloud.Groups);
        Uri link = await groups.GetInviteLinkAsync(emulated.Id, Token);
        Uri reset = await groups.ResetInviteLinkAsync(emulated.Id, Token);
        await emulated.JoinAsync(pablo, Token);
        await emulated.JoinAsync(ana, Token);
        List<JoinRequest> requests = await groups.ListJoinRequestsAsync(emulated.Id, Token).ToListAsync(Token);
        JoinRequestsResult approved = await groups.ApproveJoinRequestsAsync(emulated.Id, [requests[0].Id!, "none"], Token);
        JoinRequestsResult rejected = await groups.RejectJoinRequestsAsync(emulated.Id, [requests[1].Id!], Token);
        await groups.UpdateAsync(emulated.Id, new() { Subject = "Cars 2" }, Token);
        Group read = await groups.GetAsync(emulated.Id, Token);

        Assert.False(string.IsNullOrEmpty(receipt.RequestId));
        Assert.NotEqual(link, reset);
        Assert.Equal([requests[0].Id!], approved.Done);
        Assert.Equal(GraphErrorCodes.GroupJoinRequestMissing, Assert.Single(approved.Failed).Errors[0].Code);
        Assert.Equal([requests[1].Id!], rejected.Done);
        Assert.Equal(("Cars 2", "New ones", JoinApprovalMode.ApprovalRequired), (read.Subject, read.Description, read.JoinApprovalMode));
        Assert.Equal(["16505551234"], read.Participants.Select(participant => participant.WaId));
        Assert.Equal([emulated.Id], (await groups.ListAsync(Token).ToListAsync(Token)).Select(group => group.Id));
        await groups.RemoveParticipantsAsync(emulated.Id, [read.Participants[0].ToRecipient()], Token);
        Assert.Empty(emulated.Participants);
        await groups.DeleteAsync(emulated.Id, Token);
        Assert.Empty(pair.Cloud.Groups);
    }

    [Fact]
    public async Task Messages_ToAGroup_ArriveAndArePinned()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        await pair.Client.Groups.CreateAsync(new("Cars"), Token);
        EmulatedGroup group = Assert.Single(pair.Cloud.Groups);
        GraphException alone = await Assert.ThrowsAnyAsync<GraphException>(
            () => pair.Client.Messages.SendAsync(Recipient.Group(group.Id), Message.Text("Hi").Build(), cancellationToken: Token));
        await group.JoinAsync(pair.Cloud.Customer("+16505551234"), Token);

        MessageReceipt sent =
            await pair.Client.Messages.SendAsync(Recipient.Group(group.Id), Message.Text("Hi").Build(), cancellationToken: Token);
        await pair.Client.Messages.SendAsync(
            Recipient.Group(group.Id), Message.Pin(sent.Id, 7).Build(), cancellationToken: Token);

        Assert.Equal((GraphErrorCodes.GroupOfOne, GraphErrorClass.Group), (alone.Error?.Code, alone.ErrorClass));
        Assert.Equal(["text", "pin"], group.Messages.Select(message => message.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Groups_OverARestart_AreThere()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("whatscommerce-groups-");
        try
        {
            string id;
            await using (ClientAndCloud first = await ClientAndCloud.StartAsync(cloud: new() { StateFolder = folder.FullName }))
            {
                await first.Client.Groups.CreateAsync(new("Cars") { JoinApprovalMode = JoinApprovalMode.ApprovalRequired }, Token);
                EmulatedGroup group = Assert.Single(first.Cloud.Groups);
                id = group.Id.Value!;
                await group.JoinAsync(first.Cloud.Customer("+16505551234"), Token);
                await group.JoinAsync(first.Cloud.Customer("+16505551235"), Token);
                JoinRequest request = await first.Client.Groups.ListJoinRequestsAsync(id, Token).FirstAsync(Token);
                await first.Client.Groups.ApproveJoinRequestsAsync(id, [request.Id!], Token);
            }

            await using ClientAndCloud second = await ClientAndCloud.StartAsync(cloud: new() { StateFolder = folder.FullName });
            Group read = await second.Client.Groups.GetAsync(id, Token);

            Assert.Equal(("Cars", 1), (read.Subject, read.ParticipantCount));
            Assert.Single(await second.Client.Groups.ListJoinRequestsAsync(id, Token).ToListAsync(Token));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
