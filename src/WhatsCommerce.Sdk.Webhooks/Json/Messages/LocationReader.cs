namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads <c>location</c>.</summary>
internal static class LocationReader
{
    public static LocationEvent? Read(ref JsonMemberReader r, in Member location, ref Payload payload)
    {
        double? latitude = null;
        double? longitude = null;
        string? name = null;
        string? address = null;
        string? url = null;
        while (r.NextMember(out Member member))
        {
            bool taken = member.Name.Length switch
            {
                3 when member.Is("url"u8) => r.TryString(out url),
                4 when member.Is("name"u8) => r.TryString(out name),
                7 when member.Is("address"u8) => r.TryString(out address),
                8 when member.Is("latitude"u8) => r.TryDouble(out latitude),
                9 when member.Is("longitude"u8) => r.TryDouble(out longitude),
                _ => false,
            };
            if (!taken)
            {
                r.Keep(member, ref payload.Rest, "location.");
            }
        }

        if (latitude is null || longitude is null)
        {
            string missing = latitude is null ? "latitude" : "longitude";
            payload.Fail(location, $".{missing}", $"There is no {missing} that is a number.");
            return null;
        }

        return new LocationEvent
        {
            Latitude = latitude.Value,
            Longitude = longitude.Value,
            Name = name,
            Address = address,
            Url = url,
        };
    }
}
