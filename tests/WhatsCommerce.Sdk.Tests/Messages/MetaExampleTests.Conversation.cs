using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WhatsCommerce.Messages;

namespace WhatsCommerce.Sdk.Tests.Messages;

/// <content>Examples of conversation.</content>
public partial class MetaExampleTests
{
    private static bool IsConversation(JsonElement interactive) => interactive.GetProperty("type").GetString() switch
    {
        "button" or "list" or "cta_url" or "flow" or "location_request_message" or "address_message" or "request_contact_info"
            or "call_permission_request" or "voice_call" => true,
        "carousel" => interactive.GetProperty("action").GetProperty("cards")[0].GetProperty("type").GetString() == "cta_url",
        _ => false,
    };

    private static OutboundMessage Conversation(JsonObject example, string type)
    {
        JsonNode content = example[type]!;
        return type switch
        {
            "text" => Text(content.AsObject()),
            "image" => Message.Image(Source(content)).Caption((string?)content["caption"]).Build(),
            "video" => Message.Video(Source(content)).Caption((string?)content["caption"]).Build(),
            "audio" => Message.Audio(Source(content)).Voice((bool?)content["voice"] ?? false).Build(),
            "document" =>
                Message.Document(Source(content)).Caption((string?)content["caption"]).FileName((string?)content["filename"]).Build(),
            "sticker" => Message.Sticker(Source(content)).Build(),
            "location" => Message.Location((double)content["latitude"]!, (double)content["longitude"]!)
                .Name((string?)content["name"]).Address((string?)content["address"]).Build(),
            "contacts" => Message.Contacts(content.AsArray().Select(contact => Contact(contact!))).Build(),
            "reaction" => Message.Reaction((string?)content["message_id"], (string?)content["emoji"]).Build(),
            "pin" => Message.Pin((string?)content["message_id"], (int)content["expiration_days"]!).Build(),
            _ => throw new InvalidOperationException($"No case for {type}."),
        };
    }

    private static InteractiveMessage InteractiveConversation(JsonObject interactive, string type)
    {
        JsonObject action = interactive["action"]!.AsObject();
        JsonObject parameters = action["parameters"]?.AsObject() ?? [];
        string? body = TextOf(interactive, "body");
        return type switch
        {
            "button" =>
                Buttons(action["buttons"]!.AsArray()).Header(Header(interactive)).Body(body).Footer(TextOf(interactive, "footer")).Build(),
            "list" => List(action).Header(Header(interactive)).Body(body).Footer(TextOf(interactive, "footer")).Build(),
            "cta_url" => Message.CallToAction((string?)parameters["display_text"], (string?)parameters["url"])
                .Header(Header(interactive)).Body(body).Footer(TextOf(interactive, "footer")).Build(),
            "flow" => Flow(parameters).Header(Header(interactive)).Body(body).Footer(TextOf(interactive, "footer")).Build(),
            "carousel" => MediaCarousel(action["cards"]!.AsArray()).Body(body).Build(),
            "location_request_message" => Message.LocationRequest().Body(body).Build(),
            "address_message" => Address(parameters).Body(body).Build(),
            "call_permission_request" => Message.CallPermissionRequest().Body(body).Build(),
            "voice_call" => Message.VoiceCall().Body(body).DisplayText((string?)parameters["display_text"])
                .ExpiresAfter(TimeSpan.FromMinutes((int)parameters["ttl_minutes"]!)).Payload((string?)parameters["payload"]).Build(),
            _ => throw new InvalidOperationException($"No case for {type}."),
        };
    }

    private static MediaSource Source(JsonNode media) =>
        (string?)media["id"] is string id ? MediaSource.FromId(id) : MediaSource.FromLink((string?)media["link"]);

    private static MessageHeader? Header(JsonNode parent) => (string?)parent["header"]?["type"] switch
    {
        "text" => TextOf(parent.AsObject(), "header"),
        "image" => MessageHeader.Image(Source(parent["header"]!["image"]!)),
        _ => null,
    };

    private static ReplyButtonsMessageBuilder Buttons(JsonArray buttons)
    {
        ReplyButtonsMessageBuilder builder = Message.Buttons();
        foreach (JsonNode? button in buttons)
        {
            builder.Button((string?)button!["reply"]!["id"], (string?)button["reply"]!["title"]);
        }

        return builder;
    }

    private static ListMessageBuilder List(JsonObject action)
    {
        ListMessageBuilder builder = Message.List((string?)action["button"]);
        foreach (JsonNode? section in action["sections"]!.AsArray())
        {
            builder.Section((string?)section!["title"], section["rows"]!.AsArray()
                .Select(row => new ListRow((string?)row!["id"], (string?)row["title"], (string?)row["description"])));
        }

        return builder;
    }

    private static FlowMessageBuilder Flow(JsonObject parameters)
    {
        FlowMessageBuilder builder =
            parameters["flow_name"] is JsonNode name ? Message.FlowByName((string?)name) : Message.Flow((string?)parameters["flow_id"]);
        builder.Button((string?)parameters["flow_cta"])
            .Mode(new FlowMode((string?)parameters["mode"]))
            .Token((string?)parameters["flow_token"]);
        return (string?)parameters["flow_action"] == "navigate"
            ? builder.Navigate(
                (string?)parameters["flow_action_payload"]!["screen"],
                JsonElement.Parse(parameters["flow_action_payload"]!["data"]!.ToJsonString()))
            : builder;
    }

    private static MediaCarouselMessageBuilder MediaCarousel(JsonArray cards)
    {
        MediaCarouselMessageBuilder builder = Message.MediaCarousel();
        foreach (JsonNode? card in cards)
        {
            builder.Card(into =>
            {
                into.Image(Source(card!["header"]!["image"]!)).Body(TextOf(card.AsObject(), "body"));
                if (card["action"]!["parameters"] is JsonNode parameters)
                {
                    into.CallToAction((string?)parameters["display_text"], (string?)parameters["url"]);
                }

                foreach (JsonNode? button in card["action"]!["buttons"]?.AsArray() ?? [])
                {
                    into.QuickReply((string?)button!["quick_reply"]!["id"], (string?)button["quick_reply"]!["title"]);
                }
            });
        }

        return builder;
    }

    private static AddressRequestMessageBuilder Address(JsonObject parameters)
    {
        AddressRequestMessageBuilder builder =
            Message.AddressRequest().Values(parameters["values"] is JsonNode values ? AddressValues(values) : null);
        foreach (JsonNode? saved in parameters["saved_addresses"]?.AsArray() ?? [])
        {
            builder.SavedAddress((string?)saved!["id"], AddressValues(saved["value"]!));
        }

        foreach ((string field, JsonNode? error) in parameters["validation_errors"]?.AsObject() ?? [])
        {
            builder.ValidationError(new AddressField(field), (string?)error);
        }

        return builder;
    }

    private static AddressValues AddressValues(JsonNode values) => new()
    {
        Name = (string?)values["name"],
        PhoneNumber = (string?)values["phone_number"],
        PinCode = (string?)values["in_pin_code"],
        HouseNumber = (string?)values["house_number"],
        FloorNumber = (string?)values["floor_number"],
        TowerNumber = (string?)values["tower_number"],
        BuildingName = (string?)values["building_name"],
        Address = (string?)values["address"],
        LandmarkArea = (string?)values["landmark_area"],
        City = (string?)values["city"],
        State = (string?)values["state"],
    };

    private static Contact Contact(JsonNode contact) => new()
    {
        Name = new ContactName
        {
            FormattedName = (string?)contact["name"]!["formatted_name"],
            FirstName = (string?)contact["name"]!["first_name"],
            LastName = (string?)contact["name"]!["last_name"],
            MiddleName = (string?)contact["name"]!["middle_name"],
            Suffix = (string?)contact["name"]!["suffix"],
            Prefix = (string?)contact["name"]!["prefix"],
        },
        Organization = new ContactOrganization
        {
            Company = (string?)contact["org"]!["company"],
            Department = (string?)contact["org"]!["department"],
            Title = (string?)contact["org"]!["title"],
        },
        Birthday = DateOnly.Parse((string)contact["birthday"]!, CultureInfo.InvariantCulture),
        Phones = [.. contact["phones"]!
            .AsArray()
            .Select(phone => new ContactPhone((string?)phone!["phone"], (string?)phone["type"], (string?)phone["wa_id"]))],
        Emails = [.. contact["emails"]!.AsArray().Select(email => new ContactEmail((string?)email!["email"], (string?)email["type"]))],
        Urls = [.. contact["urls"]!.AsArray().Select(url => new ContactUrl((string?)url!["url"], (string?)url["type"]))],
        Addresses =
        [
            .. contact["addresses"]!.AsArray().Select(address => new ContactAddress
            {
                Street = (string?)address!["street"],
                City = (string?)address["city"],
                State = (string?)address["state"],
                Zip = (string?)address["zip"],
                Country = (string?)address["country"],
                CountryCode = (string?)address["country_code"],
                Type = (string?)address["type"],
            }),
        ],
    };
}
