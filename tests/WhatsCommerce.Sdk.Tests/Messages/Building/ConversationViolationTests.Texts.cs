using System.Text.Json;
using WhatsCommerce.Messages;
using WhatsCommerce.Tests;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>No text of a conversation is sent blank or cut, and each violation names what is wrong.</content>
public partial class ConversationViolationTests
{
    private const string Blank = " ";
    private const string Cut = "cut \ud83d";

    [Fact]
    public void Build_BlankTextsOfAContact_AreNamedWhereTheyStand() => Snapshot.MatchText(TextOf(Message.Contacts(new Contact
    {
        Name = new ContactName
        {
            FormattedName = Blank,
            FirstName = Blank,
            LastName = Blank,
            MiddleName = Blank,
            Suffix = Blank,
            Prefix = Blank,
        },
        Phones = [new(Blank, Blank, Blank)],
        Emails = [new(Blank, Blank)],
        Urls = [new(Blank, Blank)],
        Addresses =
        [
            new ContactAddress
            {
                Street = Blank,
                City = Blank,
                State = Blank,
                Zip = Blank,
                Country = Blank,
                CountryCode = Blank,
                Type = Blank,
            },
        ],
        Organization = new ContactOrganization { Company = Blank, Department = Blank, Title = Blank },
    })));

    [Fact]
    public void Build_ContactsWithoutWhatTheyNeed_SayWhatItIs() => Snapshot.MatchText(string.Join('\n',
        TextOf(Message.Contacts()), TextOf(Message.Contacts(new Contact()))));

    [Fact]
    public void Build_BlankTextsOfAFlow_AreNamedWhereTheyStand() => Snapshot.MatchText(string.Join('\n',
        TextOf(Message.FlowByName(Blank).Header(MessageHeader.Text(Blank)).Body(Blank).Footer(Blank)
            .Button(Blank).Mode(new FlowMode(Cut)).Token(Blank).Navigate(Blank, JsonElement.Parse("{}"))),
        TextOf(Message.Flow(null).Body("b").Button("Book").Navigate("GUESTS", JsonElement.Parse("""{"text":"\ud83d"}""")))));

    [Fact]
    public void Build_BlankTextsOfAnAddressRequest_AreNamedWhereTheyStand() => Snapshot.MatchText(TextOf(
        Message.AddressRequest().Body("Where to?")
            .Values(new AddressValues { City = Blank })
            .SavedAddress("home", new AddressValues()).SavedAddress("home", new AddressValues()).SavedAddress(Blank, new AddressValues())
            .ValidationError(AddressField.City, Blank)
            .ValidationError(default, "Wrong")
            .ValidationError(new AddressField(Cut), "Wrong")));

    [Fact]
    public void Build_TextsAndPlacesThatCannotBeSent_SayWhy() => Snapshot.MatchText(string.Join('\n',
        TextOf(Message.Text(Blank)),
        TextOf(Message.Location(90.5, -181).Name(Blank).Address(Blank)),
        TextOf(Message.Reaction("wamid.abc", Blank)),
        TextOf(Message.Reaction("wamid.abc", "thanks")),
        TextOf(Message.Pin("wamid.abc", 0))));

    [Fact]
    public void Build_MediaThatCannotBeSent_SayWhy() => Snapshot.MatchText(string.Join('\n',
        TextOf(Message.Image(default).Caption(Blank)),
        TextOf(Message.Video(default).Caption(Blank)),
        TextOf(Message.Document(default).Caption(Blank).FileName(Blank)),
        TextOf(Message.Audio(MediaSource.FromId("apples.ogg"))),
        TextOf(Message.Sticker(MediaSource.FromLink("https://scontent.xx.fbcdn.net/apples.webp"))),
        TextOf(Buttons().Header(MessageHeader.Text(Blank))),
        TextOf(Buttons().Header(MessageHeader.Document(default, Blank)))));

    [Fact]
    public void ToString_OfAMediaSource_NamesItsIdOrItsHost()
    {
        Assert.Equal("id 4490709327384033", MediaSource.FromId("4490709327384033").ToString());
        Assert.Equal("link at shop.example", MediaSource.FromLink("https://shop.example/apples.jpg").ToString());
    }

    private static string TextOf<T>(MessageBuilder<T> builder)
        where T : OutboundMessage =>
            string.Join('\n', ViolationsOf(builder).Select(violation => $"{violation.Path}: {violation.Message}"));
}
