namespace WhatsCommerce.Webhooks.Json;

/// <summary>Reads what an address card is made of.</summary>
internal static class SharedContactParts
{
    public static SharedContactName ReadName(ref JsonMemberReader r)
    {
        string? formattedName = null;
        string? firstName = null;
        string? middleName = null;
        string? lastName = null;
        string? prefix = null;
        string? suffix = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("formatted_name"u8) && r.TryString(out formattedName))
                || (member.Is("first_name"u8) && r.TryString(out firstName))
                || (member.Is("middle_name"u8) && r.TryString(out middleName))
                || (member.Is("last_name"u8) && r.TryString(out lastName))
                || (member.Is("prefix"u8) && r.TryString(out prefix))
                || (member.Is("suffix"u8) && r.TryString(out suffix));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContactName
        {
            FormattedName = formattedName,
            FirstName = firstName,
            MiddleName = middleName,
            LastName = lastName,
            Prefix = prefix,
            Suffix = suffix,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static SharedContactOrganization ReadOrganization(ref JsonMemberReader r)
    {
        string? company = null;
        string? department = null;
        string? title = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("company"u8) && r.TryString(out company))
                || (member.Is("department"u8) && r.TryString(out department))
                || (member.Is("title"u8) && r.TryString(out title));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContactOrganization
        {
            Company = company,
            Department = department,
            Title = title,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static SharedContactPhone ReadPhone(ref JsonMemberReader r)
    {
        string? phone = null;
        string? waId = null;
        string? type = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("phone"u8) && r.TryString(out phone))
                || (member.Is("wa_id"u8) && r.TryId(out waId))
                || (member.Is("type"u8) && r.TryString(out type));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContactPhone
        {
            Phone = phone,
            WaId = waId,
            Type = type,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static SharedContactEmail ReadEmail(ref JsonMemberReader r)
    {
        string? email = null;
        string? type = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("email"u8) && r.TryString(out email))
                || (member.Is("type"u8) && r.TryString(out type));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContactEmail
        {
            Email = email,
            Type = type,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static SharedContactUrl ReadUrl(ref JsonMemberReader r)
    {
        string? url = null;
        string? type = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("url"u8) && r.TryString(out url))
                || (member.Is("type"u8) && r.TryString(out type));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContactUrl
        {
            Url = url,
            Type = type,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }

    public static SharedContactAddress ReadAddress(ref JsonMemberReader r)
    {
        string? street = null;
        string? city = null;
        string? state = null;
        string? zip = null;
        string? country = null;
        string? countryCode = null;
        string? type = null;
        Rest rest = default;
        while (r.NextMember(out Member member))
        {
            bool taken = (member.Is("street"u8) && r.TryString(out street))
                || (member.Is("city"u8) && r.TryString(out city))
                || (member.Is("state"u8) && r.TryString(out state))
                || (member.Is("zip"u8) && r.TryString(out zip))
                || (member.Is("country"u8) && r.TryString(out country))
                || (member.Is("country_code"u8) && r.TryString(out countryCode))
                || (member.Is("type"u8) && r.TryString(out type));
            if (!taken)
            {
                r.Keep(member, ref rest);
            }
        }

        return new SharedContactAddress
        {
            Street = street,
            City = city,
            State = state,
            Zip = zip,
            Country = country,
            CountryCode = countryCode,
            Type = type,
            AdditionalProperties = rest.ToProperties(r.Body),
        };
    }
}
