using VideoAnalysis.Testing.DynamoDb;

[assembly: AssemblyFixture(typeof(DynamoDbLocal))]
