namespace Amazon.Lambda.Annotations;

/// <summary>
/// Marks a method as a Lambda function: a class Class_Method_Generated is made, with a method of the same name that
/// builds the services, and calls this one in a scope of its own. The properties describe the function for a template
/// that the package writes; the stand-in writes none.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public class LambdaFunctionAttribute : Attribute
{
    public string ResourceName { get; set; }

    /// <summary>Seconds.</summary>
    public uint Timeout { get; set; }

    /// <summary>Megabytes.</summary>
    public uint MemorySize { get; set; }

    public string Role { get; set; }

    public string Policies { get; set; }

    public LambdaPackageType PackageType { get; set; }
}
